import { z } from 'zod'
import { AdAccountPath, Id, LongText } from '#server/http/schema/fields.ts'

/** The path of the titles of an ad group. */
export const DynamicTitlesPath = AdAccountPath.extend({ ad_group_id: Id })

/** The state of the titles. */
export const DynamicTitlesStatus = z
  .object({
    is_ready: z.boolean().meta({ description: "Whether titles were generated, an hour of the world's clock later." }),
    generated_count: z.int(),
    reviewed_count: z.int().meta({ description: 'Number of titles in the file that was processed last.' }),
  })
  .meta({ id: 'DynamicTitlesGetStatus', description: 'State of the titles of an ad group.' })

/** The response with the URL of a file of titles. */
export const DynamicTitlesFile = z
  .object({ download_url: z.string().meta({ description: 'URL of the CSV file, valid for five minutes.' }) })
  .meta({ id: 'DynamicTitlesDownloadCSV', description: 'The titles of an ad group as a file.' })

/** The response with a place for a reviewed file. */
export const DynamicTitlesUpload = z
  .object({
    request_id: z.string().meta({ description: 'Id to process the file by.' }),
    upload_url: z.string().meta({ description: 'URL that takes the CSV file by PUT.' }),
    existing_filename: z
      .string()
      .optional()
      .meta({ description: 'Name of the file that was processed last. Absent before the first.' }),
  })
  .meta({ id: 'DynamicTitlesUploadURL', description: 'A place for a reviewed file of titles.' })

/** The request body that has a file processed. */
export const DynamicTitlesProcess = z
  .object({ request_id: LongText.meta({ description: 'Id that the upload URL came with.' }) })
  .meta({
    id: 'DynamicTitlesProcessCSVCreate',
    description: 'Request to process a reviewed file.',
    example: { request_id: '549755885262-2680000000102-1780315200-abc123' },
  })
export type DynamicTitlesProcess = z.output<typeof DynamicTitlesProcess>

/** The response after a file was processed. */
export const DynamicTitlesProcessed = z
  .object({
    status: z.string().optional().meta({ description: 'SUCCESS. Absent where the file was refused.' }),
    errors: z.array(
      z.object({
        error_type: z.string().meta({ description: 'INVALID_FILE or ROW_VALIDATION_FAILED.' }),
        row_number: z.int().meta({ description: 'Number of the row. -1 is the whole file.' }),
      }),
    ),
  })
  .meta({ id: 'DynamicTitlesProcessCSV', description: 'Result of a reviewed file.' })
