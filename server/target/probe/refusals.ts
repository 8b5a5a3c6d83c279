import { isObject } from '#server/domain/json-object.ts'

/** A refusal as an answer has it; those of labels and keywords may have no code. */
export interface Refusal {
  readonly code?: number
  readonly message: string
}

type Json = Readonly<Record<string, unknown>>

/** Returns the refusals that an answer reports, whatever the shape of the operation's answers. */
export function refusalsIn(body: unknown): readonly Refusal[] {
  if (Array.isArray(body)) return body.flatMap(ofArrayItem)
  if (!isObject(body)) return []
  const details = isObject(body.details) ? body.details : {}
  for (const list of [details.events, details.product_tags]) {
    if (Array.isArray(list)) return objects(list).map((one) => refusal(body.code, one.error_message))
  }
  // A report that was made before comes with a message, and with its state.
  const isReport = body.report_status !== undefined
  if (typeof body.message === 'string' && body.message !== '' && !isReport) return [refusal(body.code, body.message)]
  if (body.errorMessage != null) return [refusal(body.errorCode, body.errorMessage)]
  const items = objects(body.items)
  const failures = items.filter(({ status }) => status === 'failure')
  if (failures.length > 0) return failures.flatMap(({ exceptions }) => texts(exceptions))
  return [
    ...items.flatMap(({ exception }) => exceptionsIn(exception)),
    ...items.flatMap(({ operation, errors }) => (operation === undefined ? [] : exceptionsIn(errors))),
    ...exceptionsIn(body.exceptions),
    ...items.flatMap(({ exceptions }) => exceptionsIn(exceptions)),
    ...objects(body.promotions).flatMap(({ exception }) => exceptionsIn(exception)),
    ...objects(body.errors).flatMap(({ error_messages }) => texts(error_messages)),
  ]
}

function ofArrayItem(item: unknown): readonly Refusal[] {
  if (!isObject(item)) return []
  const { data, status, exceptions } = item
  const own = isObject(data) ? exceptionsIn(data.exceptions) : []
  if (own.length > 0) return own
  if (isObject(status) && status.code) return [refusal(status.code, status.message)]
  return exceptionsIn(exceptions)
}

/** Returns one or several exceptions, each with one message or several. */
function exceptionsIn(value: unknown): readonly Refusal[] {
  return objects(Array.isArray(value) ? value : [value]).flatMap((one) => {
    const code = one.code ?? one.error_code
    return Array.isArray(one.messages) ? one.messages.map((text) => refusal(code, text)) : [refusal(code, one.message)]
  })
}

const texts = (value: unknown): readonly Refusal[] =>
  Array.isArray(value) ? value.map((message) => refusal(undefined, message)) : []

const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : [])

const refusal = (code: unknown, message: unknown): Refusal => ({
  ...(typeof code === 'number' && { code }),
  message: String(message ?? ''),
})
