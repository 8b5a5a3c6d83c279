import type { Answer } from './send.ts'

/** A refusal in the API's own words. */
export interface Refusal {
  readonly code: number | undefined
  readonly message: string
}

interface Envelope {
  readonly code?: number
  readonly message?: string
}

/** Returns why the API refused a call, or items of it: a list of results has its refusals under status 200. */
export function refusalsOf({ status, body }: Answer): readonly Refusal[] {
  if (status >= 400) {
    const { code, message } = (body ?? {}) as Envelope
    return [{ code, message: message ?? `The server answered ${status}.` }]
  }
  const { items } = (body ?? {}) as { items?: unknown }
  if (!Array.isArray(items)) return []
  return items
    .flatMap((item: { exceptions?: Envelope | readonly Envelope[] } | null) => item?.exceptions ?? [])
    .filter(({ message }: Envelope) => message !== undefined)
    .map(({ code, message = '' }: Envelope) => ({ code, message }))
}

/** Returns the ids of the rules that refused a call. */
export const rulesOf = ({ headers }: Answer): readonly string[] =>
  (headers.get('x-mock-rules') ?? '').split(/[,\s]+/).filter((id) => id !== '')

/** Returns the id of what a call has made or changed, where the answer has one. */
export function idIn({ body }: Answer): string | undefined {
  const { items } = (body ?? {}) as { items?: readonly { data?: unknown }[] }
  const first = (Array.isArray(items) ? (items[0]?.data ?? items[0]) : body) as Record<string, unknown> | undefined
  const id = first?.id ?? first?.media_id ?? first?.request_id
  return typeof id === 'string' ? id : undefined
}
