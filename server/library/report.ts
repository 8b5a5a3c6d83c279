import { type Control, withQuery } from './control.ts'
import type { QueryValues, Report as ReportReply } from './generated/control.ts'

/**
 * The report on the calls to a world: operations, errors, rules and faults that its clients met, those that they never
 * met, and `findings`: calls that pass here and cause harm in production.
 *
 * @example
 * const report: Report = await mock.report()
 * console.log(report.findings.map(({ finding, count }) => `${finding}: ${count}`))
 */
export type Report = ReportReply

/**
 * The scope, the thresholds and the form of a report. Names are those of test control; `failOn`, `minOperations` and
 * `maxFindings` are the same in the spelling of options.
 *
 * @example
 * const options: ReportOptions = { world: 'all', fail_on: ['duplicate-create'], min_operations: 0 }
 * await mock.report(options)
 */
export interface ReportOptions<Form extends ReportForm = ReportForm> {
  /** `all` for all worlds of the server, those that were reset or deleted included. This world when absent. */
  readonly world?: 'all'
  /** Findings with which the call throws, by name; `any` is all. */
  readonly fail_on?: FailOn
  /** The number of different operations below which the call throws. */
  readonly min_operations?: number
  /** The number of findings above which the call throws. */
  readonly max_findings?: number
  readonly failOn?: FailOn
  readonly minOperations?: number
  readonly maxFindings?: number
  /** `json` for an object, which is the default, and `sarif` for one as well; the others are text. */
  readonly as?: Form
}

/** The name of a finding; `any` is all. */
export type FindingName = Values['fail_on']

type FailOn = FindingName | readonly FindingName[]

/** The forms of a report. */
export type ReportForm = Values['format']

type Values = QueryValues['GET /report']

/** A report in a form. */
export type ReportIn<Form extends ReportForm> = Form extends 'json'
  ? Report
  : Form extends 'sarif'
    ? Readonly<Record<string, unknown>>
    : string

/** Calls for a report. */
export const reportBy = <Form extends ReportForm>(
  control: Control,
  { as, failOn, minOperations, maxFindings, ...options }: ReportOptions<Form>,
): Promise<ReportIn<Form>> =>
  control(
    'GET',
    withQuery('/report', {
      fail_on: failOn,
      min_operations: minOperations,
      max_findings: maxFindings,
      format: as,
      ...options,
    }),
  )
