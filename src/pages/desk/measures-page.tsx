import { MEASURES, type Measure, type MeasureRow, sumOf } from '../../core/measures/measure.ts';
import { type DeskFrame, renderDesk } from './desk-document.tsx';
import type { DeskLabels } from './desk-labels.ts';

export interface MeasuresProps {
  from: string;
  to: string;
  slug: string | undefined;
  byDay: readonly MeasureRow[];
  byPlace: readonly MeasureRow[];
  byMethod: readonly MeasureRow[];
  most: readonly MeasureRow[];
  least: readonly MeasureRow[];
}

export function renderMeasures(frame: DeskFrame, props: MeasuresProps): string {
  const { labels } = frame;
  const { from, to, slug, byDay } = props;
  const query = new URLSearchParams({ from, to, ...(slug === undefined ? {} : { slug }) });
  return renderDesk(
    labels.measures,
    frame,
    <>
      <h1>{labels.measures}</h1>
      <form class="search" action="/desk/measures">
        <Field name="from" label={labels.fromDay} type="date" value={from} />
        <Field name="to" label={labels.toDay} type="date" value={to} />
        <Field name="slug" label={labels.article} type="text" value={slug} />
        <button type="submit">{labels.show}</button>
      </form>
      {byDay.length === 0 ? (
        <p>{labels.noMeasures}</p>
      ) : (
        <>
          <p>
            <a href={`/desk/measures.csv?${query}`}>{labels.download}</a>
          </p>
          <h2>{labels.openings}</h2>
          <Chart rows={byDay} title={labels.openings} />
          <Figures rows={byDay} caption={labels.openings} name={labels.day} frame={frame} total />
          <h2>{labels.byPlace}</h2>
          <Figures rows={byPlaceNamed(props.byPlace, labels)} name={labels.byPlace} frame={frame} />
          <h2>{labels.byMethod}</h2>
          <Figures rows={byMethodNamed(props.byMethod, labels)} name={labels.byMethod} frame={frame} />
          <h2>{labels.mostOpened}</h2>
          <Figures rows={props.most} caption={labels.mostOpened} name={labels.article} frame={frame} linked />
          <h2>{labels.leastOpened}</h2>
          <Figures
            rows={props.least}
            caption={labels.leastOpened}
            name={labels.article}
            frame={frame}
            linked
          />
        </>
      )}
    </>,
  );
}

interface FieldProps {
  name: string;
  label: string;
  type: string;
  value: string | undefined;
}

function Field({ name, label, type, value }: FieldProps) {
  return (
    <p class="field short">
      <label for={name}>{label}</label>
      <input id={name} class="line" name={name} type={type} value={value} />
    </p>
  );
}

const WIDTH = 960;
const HEIGHT = 160;

/** A bar for each day, those who opened in front of those who saw. The table below says the same in figures. */
function Chart({ rows, title }: { rows: readonly MeasureRow[]; title: string }) {
  const highest = Math.max(1, ...rows.map(({ seen, opened }) => Math.max(seen, opened)));
  const step = WIDTH / rows.length;
  const bar = (row: MeasureRow, index: number, measure: Measure) => {
    const height = (row[measure] / highest) * HEIGHT;
    return (
      <rect
        class={`bar ${measure}`}
        x={(index * step).toFixed(1)}
        y={(HEIGHT - height).toFixed(1)}
        width={Math.max(1, step - 2).toFixed(1)}
        height={height.toFixed(1)}
      />
    );
  };
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={title}
    >
      {rows.map((row, index) => (
        <>
          {bar(row, index, 'seen')}
          {bar(row, index, 'opened')}
        </>
      ))}
    </svg>
  );
}

const NAMES = {
  seen: 'seenCount',
  opened: 'openedCount',
  medium: 'mediumCount',
  long: 'longCount',
  jumped: 'jumpedCount',
  listened: 'listenedCount',
  copied: 'copiedCount',
  asked: 'askedCount',
  helpful: 'helpfulCount',
  unhelpful: 'unhelpfulCount',
} as const satisfies Record<Measure, keyof DeskLabels>;

interface FiguresProps {
  rows: readonly MeasureRow[];
  caption?: string;
  /** What a row stands for. */
  name: string;
  frame: DeskFrame;
  /** Rows are articles: each leads to its own. */
  linked?: boolean;
  total?: boolean;
}

function Figures({
  rows,
  name,
  caption = name,
  frame: { labels, language },
  linked = false,
  total = false,
}: FiguresProps) {
  const number = new Intl.NumberFormat(language);
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const cells = (row: Omit<MeasureRow, 'name'>) => (
    <>
      {MEASURES.map((measure) => (
        <td>{number.format(row[measure])}</td>
      ))}
      <td>{row.seen === 0 ? '–' : share.format(row.opened / row.seen)}</td>
    </>
  );
  return (
    <section class="scroll" tabindex={0} aria-label={caption}>
      <table>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            {MEASURES.map((measure) => (
              <th scope="col">{labels[NAMES[measure]]}</th>
            ))}
            <th scope="col">{labels.openedShare}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th class="name" scope="row">
                {linked ? <a href={`/desk/articles/${row.name}`}>{row.name}</a> : row.name}
              </th>
              {cells(row)}
            </tr>
          ))}
          {total ? (
            <tr>
              <th class="name" scope="row">
                {labels.all}
              </th>
              {cells(sumOf(rows))}
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  );
}

function byPlaceNamed(rows: readonly MeasureRow[], labels: DeskLabels): MeasureRow[] {
  const names: Record<string, string> = { top: labels.top, bottom: labels.bottom, other: labels.otherPlace };
  return rows.map((row) => ({ ...row, name: names[row.name] ?? row.name }));
}

function byMethodNamed(rows: readonly MeasureRow[], labels: DeskLabels): MeasureRow[] {
  const { extractive, editorial, generated } = labels;
  const names: Readonly<Record<string, string>> = { extractive, editorial, generated };
  return rows.map((row) => ({ ...row, name: names[row.name] ?? row.name }));
}
