import { campaignsPath, get, pageOf, textOf } from './api.ts'
import type { OurChild } from './child.ts'
import type { Call } from './connection.ts'
import { item, type Stored } from './image.ts'
import { ours, reset } from './servers.ts'

/** The questions that every contestant answers. */
export const questions = ['get 1', 'list 25', 'list 250', 'create 1', 'create 30'] as const

/** The update of thirty campaigns, each of two fields. Peers have no batch of updates. */
export const update = 'update 30'

export type Question = (typeof questions)[number]

/** Creates a value for each question. */
export const byQuestion = <Value>(make: (question: Question) => Value): Readonly<Record<Question, Value>> =>
  Object.fromEntries(questions.map((question) => [question, make(question)])) as Record<Question, Value>

/** The content of our server, for contestants to be loaded with the same. */
export interface Facts {
  readonly server: OurChild
  /** The path of the campaigns. */
  readonly path: string
  readonly campaigns: readonly { readonly id: string }[]
  readonly calls: Readonly<Record<Question | typeof update, Call>>
  /** Our answers as text. */
  readonly answers: Readonly<Record<Question | typeof update, string>>
}

/** Creates the items of a creation. */
export const items = (count: number) => Array.from({ length: count }, (_, index) => item(index + 1))

/** Loads the content of our server with that seed or number of campaigns; resets the world afterwards. */
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
    [update]: { method: 'PATCH', path, body: JSON.stringify(campaigns.slice(0, 30).map(changed)) },
  }
  const answers: Partial<Record<Question | typeof update, string>> = {}
  for (const question of [...questions, update] as const) answers[question] = await textOf(server, calls[question])
  await textOf(server, reset)
  return { server, path, campaigns, calls, answers: answers as Facts['answers'] }
}

const changed = ({ id }: { readonly id: string }, index: number) => ({
  id,
  name: `Changed ${index}`,
  daily_spend_cap: 20_000_000,
})

async function allOf(server: OurChild, path: string): Promise<Facts['campaigns']> {
  const campaigns: { readonly id: string }[] = []
  for (let bookmark: string | null = ''; bookmark !== null; ) {
    const page = await pageOf(server, `${path}?page_size=250${bookmark && `&bookmark=${bookmark}`}`)
    campaigns.push(...page.items)
    bookmark = page.bookmark
  }
  return campaigns
}
