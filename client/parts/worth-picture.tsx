// What machine translation was worth, as a picture, and as the table that says the same in figures.
import type { Worth } from '../api/shapes.ts';
import { useWords, type Words } from '../words/words.tsx';

/** Pixels. */
const BAR = 14;
const ROW = 44;
const HEAD = 34;

/** Bars of chrF by month and service, oldest first, above their table. */
export function WorthPicture({ rows }: { rows: readonly Worth[] }) {
  const { providers: words } = useWords();
  const best = Math.max(0, ...rows.map(({ chrf }) => chrf));
  const placed = placesOf(rows);
  return (
    <>
      <svg
        className="worth"
        role="img"
        aria-label={words.picture(rows.length, words.figure(best))}
        width="100%"
        height={placed.height}
      >
        {[0, 25, 50, 75, 100].map((mark) => (
          <line key={mark} x1={`${mark}%`} x2={`${mark}%`} y1="0" y2={placed.height} className="worth-mark" />
        ))}
        {placed.rows.map(({ row, top, opensMonth }) => (
          <Bar key={keyOf(row)} row={row} top={top} opensMonth={opensMonth} />
        ))}
      </svg>
      <WorthTable rows={rows} />
    </>
  );
}

const keyOf = ({ month, desk, provider, model }: Worth) => JSON.stringify([month, desk, provider, model]);

/** Where each bar stands; the first of a month has the month's name above it. */
function placesOf(rows: readonly Worth[]) {
  let height = 0;
  let month = '';
  const placed = rows.map((row) => {
    const opensMonth = row.month !== month;
    month = row.month;
    const top = height + (opensMonth ? HEAD : 0);
    height = top + ROW;
    return { row, top, opensMonth };
  });
  return { rows: placed, height };
}

function Bar({ row, top, opensMonth }: { row: Worth; top: number; opensMonth: boolean }) {
  const { providers: words } = useWords();
  return (
    <g>
      {opensMonth && (
        <text x="0" y={top - 10} className="worth-month">
          {words.month(row.month)}
        </text>
      )}
      <text x="0" y={top + 13}>
        {words.bar(nameOf(row, words), words.figure(row.chrf))}
      </text>
      <rect x="0" y={top + 20} width="100%" height={BAR} className="worth-whole" />
      <rect x="0" y={top + 20} width={`${row.chrf}%`} height={BAR} className="worth-bar" />
    </g>
  );
}

function nameOf({ provider, model }: Worth, { names }: Words['providers']): string {
  return `${names[provider] ?? provider}${model === null ? '' : ` · ${model}`}`;
}

function WorthTable({ rows }: { rows: readonly Worth[] }) {
  const { providers: words, f } = useWords();
  const { columns } = words;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow page the table is scrolled sideways, also with keys.
    <section className="worth-table" tabIndex={0} aria-label={words.worth}>
      <table>
        <caption className="unseen">{words.worth}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.month}</th>
            <th scope="col">{columns.desk}</th>
            <th scope="col">{columns.service}</th>
            {[columns.segments, columns.unchanged, columns.edited, columns.chrf].map((name) => (
              <th key={name} scope="col" className="figures">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <td>{words.month(row.month)}</td>
              <td>{row.desk}</td>
              <td>{nameOf(row, words)}</td>
              <td className="figures">{f.number(row.segments)}</td>
              <td className="figures">{f.number(row.unchanged)}</td>
              <td className="figures">{words.share(row.editRate)}</td>
              <td className="figures">{words.figure(row.chrf)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
