import { campaignsPath, get, pageOf, textOf } from './api.ts'
import type { OurChild } from './child.ts'
import type { Call } from './connection.ts'
import { item, type Stored } from './image.ts'
import { ours, reset } from './servers.ts'

/** What the bench asks of everyone. */
export const questions = ['get 1', 'list 25', 'list 250', 'create 1', 'create 30'] as const

export type Question = (typeof questions)[number]

/** Something for each question. */
export const byQuestion = <Value>(make: (question: Question) => Value): Readonly<Record<Question, Value>> =>
  Object.fromEntries(questions.map((question) => [question, make(question)])) as Record<Question, Value>

/** What our server holds and says, for others to be loaded with the same. */
export interface Facts {
  readonly server: OurChild
  /** Where the campaigns are. */
  readonly path: string
  readonly campaigns: readonly { readonly id: string }[]
  readonly calls: Readonly<Record<Question, Call>>
  /** Our answers, as text. */
  readonly answers: Readonly<Record<Question, string>>
}

/** What a client sends to create that many. */
export const items = (count: number) => Array.from({ length: count }, (_, index) => item(index + 1))

/** The facts of our server that has that in its world, which is reset in between. */
export async function factsOf(stored: Stored): Promise<Facts> {
  const server = await ours(stored)
  const path = await campaignsPath(server)
  const campaigns = await allOf(server, path)
  const create = (count: number): Call => ({ method: 'POST', path, body: JSON.stringify(items(count)) })
  const calls: Facts['calls'] = {
    'get 1': get(`${path}/${campaigns[0]?.id}`),
    'list 25': get(path),
    'list 250': get(`${path}?page_size=250`),
    'create 1': create(1),
    'create 30': create(30),
  }
  const answers: Partial<Record<Question, string>> = {}
  for (const question of questions) answers[question] = await textOf(server, calls[question])
  await textOf(server, reset)
  return { server, path, campaigns, calls, answers: answers as Facts['answers'] }
}

async function allOf(server: OurChild, path: string): Promise<Facts['campaigns']> {
  const campaigns: { readonly id: string }[] = []
  for (let bookmark: string | null = ''; bookmark !== null; ) {
    const page = await pageOf(server, `${path}?page_size=250${bookmark && `&bookmark=${bookmark}`}`)
    campaigns.push(...page.items)
    bookmark = page.bookmark
  }
  return campaigns
}
