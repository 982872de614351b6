import type { MenuItem } from '../../cards/card.ts';

/** Pieces of a card that need nothing of the rest: a table of figures, a menu. */

/** A longer cell is a sentence, which may be broken; figures stay in one line. */
const SHORT_CELL = 24;

export function Figures({
  columns,
  rows,
}: {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  return (
    <div class="figures">
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td class={[...cell].length > SHORT_CELL ? 'words' : undefined}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Buttons that unfold, so that a choice is a press and never a slip of the arrow keys. */
export function Menu({ label, items }: { label: string; items: readonly MenuItem[] }) {
  return (
    <details class="menu">
      <summary class="button plain">
        <span class="label">{label}</span>
      </summary>
      <div class="choices">
        {items.map((item) => (
          <button type="button" class="button plain" data-line={item.line}>
            <span class="label">{item.label}</span>
          </button>
        ))}
      </div>
    </details>
  );
}
