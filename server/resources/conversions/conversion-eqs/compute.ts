import { qualityParts } from '../conversion-events/quality-parts.ts'
import type { SentEvent } from '../conversion-events/repository.ts'
import type { ConversionEqsQuery } from './schema.ts'

const platformOf = { web: 'WEB', inapp: 'MOBILE', offline: 'OFFLINE' } as const

/** The least average coverage, in percent, for each status. Assumed: Pinterest publishes no limits. */
const statuses = [
  [50, 'GOOD'],
  [25, 'FAIR'],
  [0, 'NEEDS_IMPROVEMENT'],
] as const

/** The coverage in percent below which a part is an issue. Assumed. */
const lowCoverage = 50

/** Returns the scores of events, one for each platform. */
export function scoresOf(events: readonly SentEvent[], query: ConversionEqsQuery): readonly object[] {
  if ((query.ingestion_source ?? 'CONVERSIONS_API') !== 'CONVERSIONS_API') return []
  const platforms = Map.groupBy(events, ({ channel }) => platformOf[channel])
  return [...platforms]
    .filter(([platform]) => (query.source_platform ?? platform) === platform)
    .map(([source_platform, ofPlatform]) => ({
      overall_status: statusOf(ofPlatform),
      quality_components: Object.fromEntries(qualityParts.map((part) => [part, metricsOf(part, ofPlatform)])),
      ingestion_source: 'CONVERSIONS_API',
      source_platform,
      lookback_period: query.lookback_period,
    }))
}

const partsOf = ({ parts }: SentEvent): readonly string[] => parts.split(' ')

const percent = (count: number, of: number): number => Math.round((count / of) * 10_000) / 100

function statusOf(events: readonly SentEvent[]): (typeof statuses)[number][1] {
  const found = events.reduce((sum, event) => sum + partsOf(event).length, 0)
  const average = percent(found, events.length * qualityParts.length)
  return statuses.find(([least]) => average >= least)?.[1] ?? 'NEEDS_IMPROVEMENT'
}

function metricsOf(part: string, events: readonly SentEvent[]): object {
  const named = Map.groupBy(events, ({ name }) => name.toUpperCase())
  return Object.fromEntries(
    [...named].map(([name, ofName]) => {
      const coverage = percent(ofName.filter((event) => partsOf(event).includes(part)).length, ofName.length)
      const issue = { id: `low_${part}`, name: 'Low coverage', reason: `${part} is missing from most ${name} events.` }
      return [
        name,
        {
          coverage,
          ...(coverage < lowCoverage && { issues: [issue] }),
          ...(part === 'external_event_id' && { overlap: 0 }),
        },
      ]
    }),
  )
}
