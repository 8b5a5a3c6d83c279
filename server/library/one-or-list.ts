import type { Control } from './control.ts'

/** Sends one object or a list of them, and returns the reply, or the list of replies. */
export async function addOneOrList<Sent extends object, Reply>(
  control: Control,
  path: string,
  sent: Sent,
): Promise<Sent extends readonly unknown[] ? readonly Reply[] : Reply> {
  const reply = await control<{ readonly items: unknown }>('POST', path, sent)
  return (Array.isArray(sent) ? reply.items : reply) as Sent extends readonly unknown[] ? readonly Reply[] : Reply
}
