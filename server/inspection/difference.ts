/** What a line compares: a criterion, or one of its values by name. */
export interface Comparison {
  readonly label: string
  readonly expected: unknown
  readonly actual: unknown
  readonly isMet: boolean
}

/** The most characters of a cell, and the most lines. */
const [maxCell, maxLines] = [60, 12]
const mark = '  <<<'

/** Renders comparisons line by line, the expected value beside the actual one; those that differ are marked. */
export function differenceText(comparisons: readonly Comparison[]): string {
  const shown = comparisons.length > maxLines ? comparisons.filter(({ isMet }) => !isMet) : comparisons
  const cells = shown.slice(0, maxLines).map(({ label, expected, actual, isMet }) => ({
    left: short(`${label}: ${text(expected)}`),
    right: text(actual) + (isMet ? '' : mark),
  }))
  const width = Math.max('expected'.length, ...cells.map(({ left }) => left.length))
  return [{ left: 'expected', right: 'actual' }, ...cells]
    .map(({ left, right }) => `  ${left.padEnd(width)} | ${right}`)
    .join('\n')
}

/** Writes a value in one line. */
const text = (value: unknown): string =>
  short(value === null || value === undefined ? '(none)' : typeof value === 'string' ? value : JSON.stringify(value))

function short(line: string): string {
  const oneLine = line.slice(0, maxCell * 4).replaceAll(/\s+/g, ' ')
  return oneLine.length > maxCell ? `${oneLine.slice(0, maxCell - 1)}…` : oneLine
}
