import { serverRoot } from './roots.ts'

/** An operation of the API as its document describes it. */
export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly tag: string
  readonly summary: string
}

interface Described {
  readonly operationId?: string
  readonly tags?: readonly string[]
  readonly summary?: string
}

/** Returns the operations of the API's document; none where the server serves no documents. */
export async function documentedOperations(signal: AbortSignal): Promise<readonly Operation[]> {
  const response = await fetch(`${serverRoot}openapi.json`, { signal })
  if (!response.ok) return []
  const { paths } = (await response.json()) as { paths: Readonly<Record<string, Readonly<Record<string, Described>>>> }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { operationId: id, tags = [], summary = '' }]) =>
      id === undefined ? [] : [{ id, method: method.toUpperCase(), path, tag: tags[0] ?? '', summary }],
    ),
  )
}

/** Returns the address of an operation in the page of the documents. */
export const documentUrl = ({ id, tag }: Pick<Operation, 'id' | 'tag'>): string => `${serverRoot}docs#/${tag}/${id}`
