import { get, textOf } from '../api.ts'
import { type LargeChild, messageOf, residentMegabytes, startLarge, stop } from '../child.ts'
import { bytesOf, Connection } from '../connection.ts'
import { measureInTurns } from '../rounds.ts'
import type { Effort, Measured, Row } from '../row.ts'
import { accountOf, columns, spanOf } from './daily-report.ts'

const days = 186
const ads = 10_000
/** A report takes so long to be finished, in seconds of the world's clock. */
const takes = '10m'
const probes = 400

/** Asks for the report, lets it finish, and returns where its file is. */
async function fileOf(child: LargeChild, level: 'CAMPAIGN' | 'PIN_PROMOTION'): Promise<string> {
  const { path } = await accountOf(child)
  const { start, end } = spanOf(child, days)
  const body = { start_date: start, end_date: end, granularity: 'DAY', level, columns, report_format: 'CSV' }
  const reports = `${path}/reports`
  const { token } = JSON.parse(await textOf(child, { method: 'POST', path: reports, body: JSON.stringify(body) }))
  await textOf(child, { method: 'POST', path: '/__mock/time/advance', body: JSON.stringify({ by: takes }) })
  const { url } = JSON.parse(await textOf(child, get(`${reports}?token=${encodeURIComponent(token)}`)))
  return url
}

/** Has another process fetch a file, and returns its length. */
const drain = (url: string): Promise<number> => messageOf<number>('reporting/drain.ts', [url])

/** The most memory that the server takes more than before, while it writes the report. */
async function memory({ starts }: Effort): Promise<Measured> {
  const figure = async (): Promise<number> => {
    const child = await startLarge({ days })
    await drain(await fileOf(child, 'CAMPAIGN'))
    const before = residentMegabytes(child)
    let most = before
    const look = (): void => {
      most = Math.max(most, residentMegabytes(child))
    }
    const looks = setInterval(look, 50)
    await drain(await fileOf(child, 'PIN_PROMOTION'))
    clearInterval(looks)
    look()
    await stop(child)
    return most - before
  }
  return measureInTurns(Math.min(starts, 3), [{ name: 'ours', kind: 'ours', figure }])
}

/** Returns the milliseconds within which 99 of 100 GETs of a campaign are answered, one after the other. */
async function slowest(child: LargeChild, path: string, isOver: (nth: number) => boolean): Promise<number> {
  const times: number[] = []
  const connection = await Connection.open(child.port)
  const request = bytesOf(get(path))
  while (!isOver(times.length)) {
    const before = performance.now()
    await connection.call(request)
    times.push(performance.now() - before)
  }
  connection.close()
  return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? 0
}

/** How long other calls take while the report is written. */
async function beside({ starts }: Effort): Promise<Measured> {
  const child = await startLarge({ days })
  const { path, ids } = await accountOf(child)
  const campaign = `${path}/campaigns/${ids[0]}`
  const idle = (): Promise<number> => slowest(child, campaign, (nth) => nth >= probes)
  const figure = async (): Promise<number> => {
    let isRead = false
    const file = drain(await fileOf(child, 'PIN_PROMOTION')).then(() => {
      isRead = true
    })
    const slow = await slowest(child, campaign, () => isRead)
    await file
    return slow
  }
  await idle()
  const result = await measureInTurns(Math.min(starts, 5), [
    { name: 'ours', kind: 'ours', figure },
    { name: 'ours, idle', kind: 'limit', figure: idle },
  ])
  await stop(child)
  return result
}

const name = `report of ${ads.toLocaleString('en')} ads × ${days} days`

/** What a large asynchronous report takes, and what it leaves to other calls. */
export const asyncReportRows: readonly Row[] = [
  { name: `${name}, memory`, unit: 'MB', reach: { figure: 64 }, isLong: true, measure: memory },
  { name: `${name}, 99 of 100 other calls`, unit: 'ms', reach: { ratio: 5 }, isLong: true, measure: beside },
]
