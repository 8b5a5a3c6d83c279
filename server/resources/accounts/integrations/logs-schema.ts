import { z } from 'zod'
import { LongText, text } from '#server/http/schema/fields.ts'

const id = text(128).nullish()

const ClientError = z.strictObject({
  cause: text(512).optional(),
  column_number: z.int().optional(),
  file_name: text(256).optional(),
  line_number: z.int().optional(),
  message: text(8192).optional(),
  message_detail: text(1024).optional(),
  name: text(256).optional(),
  number: z.int().optional(),
  stack_trace: LongText.optional(),
})

const ClientRequest = z.strictObject({
  method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH']),
  host: LongText,
  path: LongText,
  request_headers: z.record(z.string(), LongText).optional(),
  response_headers: z.record(z.string(), LongText).optional(),
  response_status_code: z.int().optional(),
})

const Log = z.strictObject({
  client_timestamp: z.int().meta({ description: 'Time in milliseconds since 1970 at the client.' }),
  event_type: z.enum(['APP', 'API']),
  log_level: z.enum(['INFO', 'WARN', 'ERROR']),
  external_business_id: text(2048).nullish(),
  advertiser_id: id,
  merchant_id: id,
  tag_id: id,
  feed_profile_id: id,
  message: text(8192).optional(),
  app_version_number: text(20).optional(),
  platform_version_number: text(20).optional(),
  error: ClientError.optional(),
  request: ClientRequest.optional(),
})

/** The request body with the logs of an integration. */
export const IntegrationLogs = z.strictObject({ logs: z.array(Log).min(1).max(250) }).meta({
  id: 'IntegrationLogsRequest',
  description: 'Logs of an integration, at most 250.',
  example: {
    logs: [{ client_timestamp: 1_780_315_200_000, event_type: 'APP', log_level: 'INFO', message: 'Connected' }],
  },
})

const RejectedLog = z
  .object({
    log_index: z.int().meta({ description: 'Position of the log, from 0.' }),
    field: z.string().meta({ description: 'Field of the log, by its path.' }),
    value: z.string().meta({ description: 'Value that was sent, as text. Empty where it is missing.' }),
    reason: z.string().meta({ description: 'Reason of the refusal: the values that are allowed.' }),
  })
  .meta({ id: 'RejectedIntegrationLog', description: 'A value of a log that is invalid.' })

/** The response to logs of which one is invalid. */
export const RejectedLogs = z
  .object({
    code: z.int(),
    message: z.string(),
    rejected_logs: z
      .array(RejectedLog)
      .optional()
      .meta({ description: 'Values of logs that are invalid. Absent where the request itself is refused.' }),
  })
  .meta({ id: 'IntegrationLogsError', description: 'Refusal of logs. None of them is taken.' })

/** The response to logs. */
export const IntegrationLogsReply = z
  .object({ message: z.string() })
  .meta({ id: 'IntegrationLogsReply', description: 'Number of received logs, in words.' })
