import type { Pull, PulledEntity } from '#server/contracts/pull.ts'
import type { ListReader } from './list-reader.ts'

/**
 * Returns the entities with the ids of those that they are applied to. The API only lists what is applied to some of a
 * group: groups that have any are halved until one is left.
 */
export async function withMemberships(
  entities: readonly PulledEntity[],
  { field, ...list }: NonNullable<Pull['membership']>,
  ids: readonly string[],
  reader: ListReader,
): Promise<readonly PulledEntity[]> {
  if (entities.length === 0) return entities
  const memberships = new Map<unknown, string[]>()
  const look = async (group: readonly string[]): Promise<void> => {
    const applied = await allPages(list, group, reader)
    if (applied.length === 0) return
    if (group.length === 1) {
      for (const { id } of applied) memberships.set(id, [...(memberships.get(id) ?? []), ...group])
      return
    }
    const half = Math.ceil(group.length / 2)
    await look(group.slice(0, half))
    await look(group.slice(half))
  }
  const { most = 1 } = list.within
  for (let at = 0; at < ids.length; at += most) await look(ids.slice(at, at + most))
  return entities.map((entity) => ({ ...entity, [field]: memberships.get(entity.id) ?? [] }))
}

async function allPages(
  list: Parameters<ListReader['page']>[0],
  ids: readonly string[],
  reader: ListReader,
): Promise<readonly PulledEntity[]> {
  const entities: PulledEntity[] = []
  let bookmark: string | null = null
  do {
    const page: Awaited<ReturnType<ListReader['page']>> = await reader.page(list, ids, bookmark)
    entities.push(...page.entities)
    bookmark = page.bookmark
  } while (bookmark !== null)
  return entities
}
