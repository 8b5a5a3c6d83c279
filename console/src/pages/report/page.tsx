import './report.css'
import type { Report } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { useLoaded } from '../../state/loaded.ts'
import { linkTo, place, world } from '../../state/route.ts'
import { countText } from '../../ui/amounts.ts'
import { Notice } from '../../ui/notice.tsx'
import { QueryChoice } from '../../ui/query-fields.tsx'
import { Downloads } from './downloads.tsx'
import { Findings } from './findings.tsx'
import { Refusals } from './refusals.tsx'
import { Situations } from './situations.tsx'

const scopes = [
  ['', 'this world'],
  ['all', 'all worlds'],
] as const

/** What clients met and never met, and what of theirs breaks in production. */
export default function ReportPage() {
  const isOfAll = place.value.query.get('of') === 'all'
  const { value, error, reload } = useLoaded(
    async (signal) => ({
      isOfAll,
      report: await control<Report>(world.value, '/report', { signal, query: { world: isOfAll ? 'all' : undefined } }),
    }),
    [isOfAll],
  )
  if (value === undefined)
    return error === undefined ? <p class="quiet">Loading…</p> : <Notice kind="error">{error}</Notice>
  const { report } = value
  const { requests, operations, limits_reached: limits } = report
  const whose = value.isOfAll ? 'all worlds' : `the world ${world.value}`
  return (
    <>
      <h1>Report</h1>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      <div class="toolbar">
        <QueryChoice name="of" label="Clients of" options={scopes} />
        <button type="button" onClick={reload}>
          Load again
        </button>
        <Downloads isOfAll={isOfAll} />
      </div>
      {limits.map((sentence) => (
        <Notice key={sentence} kind="warning">
          {sentence}
        </Notice>
      ))}
      {requests === 0 ? (
        <p role="status">No client has called {whose} yet. What it will have met is shown here.</p>
      ) : (
        <p role="status">
          {countText(requests, 'call')} of {whose} met {operations.met.length} of {operations.built} operations.{' '}
          <a href={linkTo('coverage', { of: isOfAll ? 'all' : undefined })}>Which</a>
        </p>
      )}
      <Findings findings={report.findings} isEmpty={requests === 0} />
      <div class="columns">
        <Situations report={report} isOfAll={value.isOfAll} />
        <Refusals report={report} isOfAll={value.isOfAll} />
      </div>
    </>
  )
}
