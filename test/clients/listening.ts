import type { Test } from 'tap'
import { type Mock, type MockOptions, mock } from '../support/mock.ts'

/** A server of one test that listens on loopback, for clients that bring their own HTTP. */
export interface ListeningMock extends Mock {
  readonly port: number
  /** Where it is reached, without a path: `http://127.0.0.1:41234`. */
  readonly origin: string
}

/** Starts a server for this test alone, with the seed `small` unless another is named. */
export async function listening(t: Test, options: MockOptions = {}): Promise<ListeningMock> {
  const server = await mock(t, { seed: 'small', ...options })
  const origin = await server.app.listen({ port: 0, host: '127.0.0.1' })
  return { ...server, origin, port: Number(new URL(origin).port) }
}
