import { formatFigure, type Result, verdict } from './result.ts'
import type { Summary } from './rounds.ts'

const columns: readonly {
  readonly heading: string
  readonly width: number
  readonly cell: (one: Summary) => string
}[] = [
  { heading: 'figure', width: -9, cell: ({ figure }) => formatFigure(figure) },
  { heading: 'ratio', width: -7, cell: ({ ratio }) => formatFigure(ratio) },
  { heading: 'middle half', width: -15, cell: ({ spread }) => spread.map(formatFigure).join('–') },
  { heading: 'bytes', width: -7, cell: ({ bytes }) => String(bytes ?? '') },
]
const nameWidth = 36

const aligned = (cells: readonly string[]): string =>
  cells.map((cell, index) => cell.padStart(-(columns[index]?.width ?? 0))).join('')

/** Returns the header line of the results. */
export const heading = (): string => `${''.padEnd(nameWidth)}${aligned(columns.map((column) => column.heading))}`

/** Formats a result for the terminal, without a verdict when it was measured too briefly for one. */
export function linesOf(result: Result, isJudged: boolean): string {
  const { name, unit, reach, summaries, skipped } = result
  return [
    `${name}, ${unit}${reach === undefined ? '' : `: ${reach}${isJudged ? `? ${verdict(result)}` : ''}`}`,
    ...summaries.map((one) => `  ${one.name.padEnd(nameWidth - 2)}${aligned(columns.map(({ cell }) => cell(one)))}`),
    ...Object.entries(skipped).map(([peer, why]) => `  ${peer} skipped: ${why}`),
  ].join('\n')
}
