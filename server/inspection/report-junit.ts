import { detectors } from '../journal/findings/detectors.ts'
import type { ReportReply } from './report-schema.ts'
import type { Threshold } from './report-threshold.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Tells whether XML 1.0 can write a character. */
function isWritable(character: string): boolean {
  const point = character.codePointAt(0) ?? 0
  const isControl = point < 0x20 && ![0x9, 0xa, 0xd].includes(point)
  return !isControl && !(point >= 0xd800 && point < 0xe000) && point !== 0xfffe && point !== 0xffff
}

const escaped = (text: string): string =>
  Array.from(text, (character) => (isWritable(character) ? (escapes[character] ?? character) : '\ufffd')).join('')

/**
 * Returns a report as JUnit XML, which CI servers show: a test case for each detector, and one for the thresholds. A
 * detector that `fail_on` names fails with what it found; other findings are its output.
 *
 * @param failures The sentences of the thresholds that the report does not meet.
 */
export function junitOf(report: ReportReply, { fail_on = [] }: Threshold, failures: readonly string[]): string {
  const cases = detectors.map(({ id, title, harm, instead }) => {
    const found = report.findings.find(({ finding }) => finding === id)
    const head = `<testcase classname="findings" name="${escaped(`${id}: ${title}`)}"`
    if (found === undefined) return { text: `${head}/>`, isFailed: false }
    const lines = [...found.occurrences.map(({ world, message }) => `${world}: ${message}`), harm, instead]
    const text = escaped(lines.join('\n'))
    const isFailed = fail_on.includes('any') || fail_on.includes(id)
    const body = isFailed
      ? `<failure message="${escaped(`${found.count} times`)}" type="${id}">${text}</failure>`
      : `<system-out>${text}</system-out>`
    return { text: `${head}>${body}</testcase>`, isFailed }
  })
  const others = failures.filter((failure) => !detectors.some(({ id }) => failure.startsWith(`${id}: `)))
  const thresholds =
    others.length === 0
      ? '<testcase classname="thresholds" name="thresholds"/>'
      : `<testcase classname="thresholds" name="thresholds"><failure message="${escaped(others.join('; '))}"/></testcase>`
  const failed = cases.filter(({ isFailed }) => isFailed).length + (others.length > 0 ? 1 : 0)
  const attributes = `name="pinterest-ads-mock" tests="${cases.length + 1}" failures="${failed}" errors="0" skipped="0"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes}>`,
    `<testsuite ${attributes}>`,
    ...cases.map(({ text }) => text),
    thresholds,
    '</testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}
