/**
 * What a picture shows, as numbers and words; nothing here knows how it is drawn. All texts are in one language already.
 * A renderer is an exhaustive switch over `kind`.
 */

/** Colours by what they stand for; the theme gives each a value that colour-blind eyes can tell apart. */
export type Colour = 'blue' | 'vermillion' | 'green' | 'purple' | 'orange' | 'sky' | 'grey' | 'black';

export interface Axis {
  /** Name with its unit: "step", "gradient norm (log)". */
  readonly name: string;
  readonly log?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** Ticks at whole numbers only. */
  readonly whole?: boolean;
}

export interface XySeries {
  readonly name: string;
  readonly x: readonly number[];
  /** As many as x; null leaves a gap. */
  readonly y: readonly (number | null)[];
  /** `path` is a line with a dot at each point, its start hollow and its end large. */
  readonly look:
    | 'line'
    | 'dashed'
    | 'step'
    | 'points'
    | 'hollow'
    | 'crosses'
    | 'line-points'
    | 'stems'
    | 'area'
    | 'path';
  readonly colour?: Colour;
  /** One a point, drawn beside it; an empty text draws nothing. */
  readonly labels?: readonly string[];
  /** Left out of the legend (the same thing again, a helper line). */
  readonly unlisted?: boolean;
}

/** A straight line across the plot at one value of an axis, with its label. */
export interface Marker {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly label: string;
  readonly colour?: Colour;
}

interface Titled {
  readonly title: string;
  /** The setting that the picture belongs to, under the title: "lr = 0.1, 20 steps". */
  readonly subtitle?: string;
}

/** Lines and points over two numeric axes. */
export interface XyChart extends Titled {
  readonly kind: 'xy';
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly XySeries[];
  readonly marks?: readonly Marker[];
  /** One unit is as long on both axes. */
  readonly square?: boolean;
}

/** A plane with a function of both axes under the points: contour lines, class regions or a colour field. */
export interface PlaneChart extends Titled {
  readonly kind: 'plane';
  readonly x: Axis;
  readonly y: Axis;
  readonly field: {
    /** Equally spaced, ascending. */
    readonly xs: readonly number[];
    readonly ys: readonly number[];
    /** z[row of ys][column of xs]; whole class numbers from 0 where `show` is "classes". */
    readonly z: readonly (readonly number[])[];
    readonly show: 'contours' | 'classes' | 'colours';
    /** Spread the contour levels by ratio rather than by difference (values must be >= 0). */
    readonly log?: boolean;
    /** Name of the value, for the scale beside the plot. */
    readonly name: string;
  };
  readonly series: readonly XySeries[];
  readonly square?: boolean;
}

export interface BarSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly colour?: Colour;
  /** One a bar, written at its end instead of the value. */
  readonly notes?: readonly string[];
}

export interface BarChart extends Titled {
  readonly kind: 'bars';
  readonly categories: readonly string[];
  /** Name of what the categories are. */
  readonly x: Pick<Axis, 'name'>;
  readonly y: Axis;
  readonly series: readonly BarSeries[];
  readonly stacked?: boolean;
  readonly horizontal?: boolean;
  /** Indices of categories to stand out; the others are muted. One series only. */
  readonly chosen?: readonly number[];
  readonly marks?: readonly Marker[];
  /** False: no figures at the bars. By default they are written where they fit. */
  readonly figures?: boolean;
}

export interface HistogramChart extends Titled {
  readonly kind: 'histogram';
  /** Ascending; one more than counts. */
  readonly edges: readonly number[];
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly {
    readonly name: string;
    readonly counts: readonly number[];
    readonly colour?: Colour;
  }[];
  readonly curves?: readonly XySeries[];
  readonly marks?: readonly Marker[];
}

export interface BoxChart extends Titled {
  readonly kind: 'box';
  readonly x: Pick<Axis, 'name'>;
  readonly y: Axis;
  readonly groups: readonly {
    readonly name: string;
    /** Lower whisker, first quartile, median, third quartile, upper whisker. */
    readonly box: readonly [number, number, number, number, number];
    readonly outliers: readonly number[];
    readonly mean?: number;
  }[];
}

/** Rows and columns of numbers as coloured cells: a matrix, a confusion matrix, attention weights. Row 0 is at the top. */
export interface MatrixChart extends Titled {
  readonly kind: 'matrix';
  readonly x: Pick<Axis, 'name'>;
  readonly y: Pick<Axis, 'name'>;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly values: readonly (readonly (number | null)[])[];
  /** `diverging` has its middle at 0; `classes` takes whole numbers as groups; `marks` shows only whether a cell is > 0. */
  readonly scale: 'sequential' | 'diverging' | 'classes' | 'marks';
  /** Name of the value, for the scale. */
  readonly value: string;
  /** Texts of the cells instead of their numbers. */
  readonly cells?: readonly (readonly string[])[];
  /** Cells with a frame round them: [row, column]. */
  readonly chosen?: readonly (readonly [number, number])[];
}

export interface TreeNode {
  readonly label: string;
  /** A second line, smaller. */
  readonly note?: string;
  /** What leads here from the parent: "x ≤ 3", "0". */
  readonly edge?: string;
  readonly look?: 'plain' | 'chosen' | 'muted';
  readonly colour?: Colour;
  readonly children?: readonly TreeNode[];
}

export interface TreeChart extends Titled {
  readonly kind: 'tree';
  readonly root: TreeNode;
}

export interface GraphChart extends Titled {
  readonly kind: 'graph';
  /** Places in any unit, y upward; the renderer fits them into the plot. See `layers` and `circle` in layout.ts. */
  readonly nodes: readonly {
    readonly id: string;
    readonly label: string;
    readonly note?: string;
    readonly x: number;
    readonly y: number;
    readonly look?: 'plain' | 'chosen' | 'muted';
    readonly colour?: Colour;
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly label?: string;
    readonly directed?: boolean;
    readonly look?: 'plain' | 'chosen' | 'muted';
    readonly colour?: Colour;
  }[];
}

/** Spans of time on rows. */
export interface GanttChart extends Titled {
  readonly kind: 'gantt';
  readonly x: Axis;
  readonly rows: readonly string[];
  readonly spans: readonly {
    readonly row: number;
    readonly from: number;
    readonly to: number;
    readonly label?: string;
    readonly colour?: Colour;
  }[];
  /** Meaning of the colours. */
  readonly legend?: readonly { readonly name: string; readonly colour: Colour }[];
  readonly marks?: readonly Marker[];
}

/** Small images or matrices side by side, each with its own title; numbers in the cells where they fit. */
export interface ImageChart extends Titled {
  readonly kind: 'images';
  readonly images: readonly {
    readonly title: string;
    readonly values: readonly (readonly (number | null)[])[];
    readonly scale: 'grey' | 'sequential' | 'diverging';
    /** Range of the scale; that of the values unless given. */
    readonly range?: readonly [number, number];
    readonly chosen?: readonly (readonly [number, number])[];
  }[];
}

export interface TableChart extends Titled {
  readonly kind: 'table';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Rows to stand out. */
  readonly chosen?: readonly number[];
}

/** Ranked rows with a bar each; where places leave a gap, a mark of it is drawn. */
export interface BoardChart extends Titled {
  readonly kind: 'board';
  readonly rows: readonly {
    readonly place: number;
    readonly name: string;
    /** Length of the bar, not negative. */
    readonly value: number;
    /** The value as it is written: "120.5점", "+12.3". */
    readonly figure: string;
    /** Days of a running streak, written behind the mark of streaks; 0 writes nothing. */
    readonly streak?: number;
    /** The reader's own row. */
    readonly self?: boolean;
  }[];
}

/** What a day was: with an answer, bridged by a freeze, on vacation, without any, without a question; before the first answer or still to come. */
export type CalendarMark = 'active' | 'frozen' | 'vacation' | 'idle' | 'off' | 'outside';

/** Weeks as columns of seven days, Monday first; figures above them, bars below. */
export interface CalendarChart extends Titled {
  readonly kind: 'calendar';
  /** Whole weeks, the first day a Monday. */
  readonly days: readonly CalendarMark[];
  /** Names over the columns of weeks, numbered from 0. */
  readonly months: readonly { readonly week: number; readonly name: string }[];
  /** Seven names; an empty one is not drawn. */
  readonly weekdays: readonly string[];
  readonly legend: readonly { readonly mark: CalendarMark; readonly name: string }[];
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly bars?: {
    readonly name: string;
    /** Shares of 1. */
    readonly items: readonly { readonly name: string; readonly share: number; readonly figure: string }[];
  };
}

/** Two to four pictures in one, side by side (or in two rows). */
export interface PanelsChart extends Titled {
  readonly kind: 'panels';
  readonly panels: readonly SingleChart[];
}

export type SingleChart =
  | XyChart
  | PlaneChart
  | BarChart
  | HistogramChart
  | BoxChart
  | MatrixChart
  | TreeChart
  | GraphChart
  | GanttChart
  | ImageChart
  | TableChart
  | BoardChart
  | CalendarChart;

export type Chart = SingleChart | PanelsChart;
