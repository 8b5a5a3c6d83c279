import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { isDay } from '#server/domain/time/clock.ts'
import { AdAccountPath, LongId } from '#server/http/schema/fields.ts'
import { adIdRange } from '../ads/resource.ts'

const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay, { error: 'is no day' })
  .meta({ maxLength: 10 })

/** The request body of a creation. */
export const LeadsExportCreate = z
  .object({
    start_date: Day.meta({ description: 'First day in UTC: YYYY-MM-DD.' }),
    end_date: Day.meta({ description: 'Last day in UTC: YYYY-MM-DD.' }),
    ad_id: LongId.meta({ description: 'Ad that collects leads.' }),
  })
  .meta({
    id: 'LeadsExportCreate',
    description: 'Request to export the leads of an ad.',
    example: { start_date: '2026-05-01', end_date: '2026-05-31', ad_id: idOf(adIdRange, 1) },
  })
export type LeadsExportCreate = z.output<typeof LeadsExportCreate>

/** The response of a creation. */
export const LeadsExportCreated = z
  .object({ leads_export_id: LongId })
  .meta({ id: 'LeadsExportCreated', description: 'The export that was begun.' })

/** The states of an export. */
export const leadsExportStatuses = ['IN_PROGRESS', 'FINISHED', 'FAILED'] as const

/** An export in a response. */
export const LeadsExport = z
  .object({
    export_status: z.enum(leadsExportStatuses),
    download_url: z
      .string()
      .nullable()
      .meta({ description: 'URL of the CSV file, valid for five minutes; null until the export is FINISHED.' }),
  })
  .meta({ id: 'LeadsExport', description: 'The state of an export.' })

/** The parameters of the path of an export. */
export const LeadsExportPath = AdAccountPath.extend({
  leads_export_id: LongId.meta({ description: 'ID of the export.' }),
})
