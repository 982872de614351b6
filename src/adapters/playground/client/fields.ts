import { figure, say } from './boot.ts';
import { all, one } from './dom.ts';

/** The fields of a form, written or chosen, by what can be done with them. */

export interface Field {
  readonly name: string;
  read(): string;
  write(value: string): void;
  /** What keeps the form from being sent; the server looks again. */
  fault(): string | undefined;
  focus(): void;
  /** Marks the field as faulty for those who do not see where the cursor went. */
  mark(faulty: boolean): void;
  owns(element: EventTarget | null): boolean;
  /** Brings what is shown beside the field up to date. */
  refresh(): void;
}

/** Characters as people count them, not as UTF-16 does. */
function lengthOf(text: string): number {
  return [...text].length;
}

function written(box: HTMLTextAreaElement | HTMLInputElement): Field {
  const counter = box.closest('.field')?.querySelector('.counter');
  const max = Number(box.dataset.max);
  return {
    name: box.name,
    read: () => box.value,
    write(value) {
      box.value = value;
      this.refresh();
    },
    fault() {
      const length = lengthOf(box.value);
      if (box.value.trim() === '' && box.dataset.optional === undefined) return say('form.empty');
      return length > max ? say('form.over', { max: figure(max), over: figure(length - max) }) : undefined;
    },
    focus() {
      box.focus();
      box.setSelectionRange(box.value.length, box.value.length);
    },
    mark: (faulty) => box.setAttribute('aria-invalid', String(faulty)),
    owns: (element) => element === box,
    refresh() {
      if (!(counter instanceof HTMLElement)) return;
      const length = lengthOf(box.value);
      counter.textContent = say('form.counter', { count: figure(length), max: figure(max) });
      counter.classList.toggle('over', length > max);
    },
  };
}

/** Several values of one field travel separated by commas. */
function chosen(group: HTMLFieldSetElement): Field {
  const boxes = all('input', HTMLInputElement, group);
  return {
    name: boxes[0]?.name ?? '',
    read: () =>
      boxes
        .filter((box) => box.checked)
        .map((box) => box.value)
        .join(','),
    write(value) {
      const values = value.split(',');
      for (const box of boxes) box.checked = values.includes(box.value);
    },
    fault() {
      const needed = group.dataset.optional === undefined;
      return needed && !boxes.some((box) => box.checked) ? say('form.choose') : undefined;
    },
    focus() {
      (boxes.find((box) => box.checked) ?? boxes[0])?.focus();
    },
    mark: (faulty) => group.toggleAttribute('data-faulty', faulty),
    owns: (element) => boxes.some((box) => box === element),
    refresh() {},
  };
}

/** In the order in which they stand. */
export function fieldsOf(dialog: HTMLDialogElement): Field[] {
  return all('.field', HTMLElement, dialog).map((place) =>
    place instanceof HTMLFieldSetElement
      ? chosen(place)
      : written(
          place.querySelector('textarea') === null
            ? one('input', HTMLInputElement, place)
            : one('textarea', HTMLTextAreaElement, place),
        ),
  );
}

export type Values = Readonly<Record<string, string>>;

export function valuesOf(fields: readonly Field[]): Values {
  return Object.fromEntries(fields.map((field) => [field.name, field.read()]));
}

/** Fields that the values do not name keep what stands in them. */
export function fill(fields: readonly Field[], values: Values): void {
  for (const field of fields) {
    const value = values[field.name];
    if (value !== undefined) field.write(value);
    field.refresh();
  }
}
