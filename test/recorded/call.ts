import type { Answer, Mock } from '../support/mock.ts'

/** By operation id, a sensible call in a world of its own: one that fills what a recording has filled. */
export type RecordedCalls = Readonly<Record<string, (mock: Mock) => Promise<Answer>>>
