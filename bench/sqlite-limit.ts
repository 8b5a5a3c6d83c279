import { textOf } from './api.ts'
import { type Child, startBareSqlite } from './child.ts'
import type { Call } from './connection.ts'
import { type Facts, type Question, update } from './facts.ts'

/** Resets it to its initial campaigns. */
export const resetSqlite: Call = { method: 'POST', path: '/reset' }

/** Starts Fastify and SQLite with nothing between them and our campaigns; verifies that its answers equal ours. */
export async function bareSqlite(
  { campaigns, calls, answers }: Facts,
  question: Question | typeof update,
  file?: string,
): Promise<Child> {
  const endOf = (page: string): string => page.slice(page.lastIndexOf(']'))
  const child = await startBareSqlite({
    campaigns: campaigns.map((campaign) => ({ id: campaign.id, text: JSON.stringify(campaign) })),
    ends: { 25: endOf(answers['list 25']), 250: endOf(answers['list 250']) },
    created: { 1: answers['create 1'], 30: answers['create 30'] },
    updated: answers[update],
    file,
  })
  if ((await textOf(child, calls[question])) !== answers[question]) throw new Error(`${question}: the bytes differ`)
  return child
}
