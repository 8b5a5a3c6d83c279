import { z } from 'zod'
import { qualityParts } from '../conversion-events/quality-parts.ts'

/** The spans that a score looks back. */
const lookbacks = ['1d', '14d'] as const

// biome-ignore format: a table
const platforms = [
  'WEB', 'MOBILE', 'MOBILE_ANDROID', 'MOBILE_IOS', 'OFFLINE', 'PINTEREST_WEB', 'PINTEREST_ANDROID', 'PINTEREST_IOS',
  'POINT_OF_SALE',
] as const
const ingestions = ['TAG', 'MMP', 'FILE_UPLOAD', 'CONVERSIONS_API', 'NATIVE'] as const

/** The query parameters of a list of scores. */
export const ConversionEqsQuery = z.object({
  lookback_period: z.enum(lookbacks).meta({ description: 'Days that the score looks back.', example: '14d' }),
  source_platform: z.enum(platforms).optional().meta({ description: 'Returns only scores of this platform.' }),
  ingestion_source: z
    .enum(ingestions)
    .optional()
    .meta({ description: 'Returns only scores of this source. All events here are of CONVERSIONS_API.' }),
})
export type ConversionEqsQuery = z.output<typeof ConversionEqsQuery>

const QualityMetrics = z
  .object({
    coverage: z.number().meta({ description: 'Share of the events that have it, in percent.' }),
    issues: z.array(z.object({ id: z.string(), name: z.string(), reason: z.string() })).optional(),
    overlap: z.number().optional().meta({ description: 'Present for external_event_id only. Always 0.' }),
  })
  .meta({ id: 'ConversionQualityMetrics', description: 'Coverage of a part among the events of one name.' })

const qualityOf = (part: string) =>
  z
    .record(z.string(), QualityMetrics)
    .optional()
    .meta({ description: `Coverage of ${part.replaceAll('_', ' ')}, by name of the event.` })

/** The scores of an ad account, one for each platform that it has events of. */
export const ConversionEqs = z.array(
  z
    .object({
      overall_status: z.enum(['NEEDS_IMPROVEMENT', 'FAIR', 'GOOD']),
      quality_components: z
        .object(Object.fromEntries(qualityParts.map((name) => [name, qualityOf(name)])))
        .meta({ description: 'Metrics by part and by name of the event, in capital letters.' }),
      ingestion_source: z.enum(ingestions),
      source_platform: z.enum(platforms),
      lookback_period: z.enum(lookbacks),
    })
    .meta({ id: 'ConversionEqs', description: 'The quality of the events of one platform.' }),
)
