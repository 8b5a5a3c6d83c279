import type { PulledEntity } from '#server/contracts/pull.ts'
import { isRefusal, ListReader, orRefusal } from './list-reader.ts'
import { withMemberships } from './memberships.ts'
import type { PullOptions, PullResult } from './options.ts'
import { type PulledSection, pulledSections, unpulledSections } from './plan.ts'
import type { Cursor } from './progress-log.ts'
import { type SectionPage, sectionPages } from './section-pages.ts'
import { SeedInProgress } from './seed-in-progress.ts'

/**
 * Reads an ad account, and what belongs to it, through the lists of a target and writes it as a seed. A run that was
 * interrupted goes on where it ended when it is run again.
 *
 * @throws ListRefusedError when the target refuses the token or the ad account; TargetError; UsageError.
 */
export async function pull(options: PullOptions): Promise<PullResult> {
  const { client, adAccountId, signal } = options
  const seed = new SeedInProgress(options)
  try {
    const reader = await ListReader.of(client, adAccountId, operationsOf(pulledSections), signal)
    let from = seed.resumedAt ?? beginningOf(pulledSections[0])
    for (const [index, section] of pulledSections.entries()) {
      if (section.name !== from.section) continue
      await pullSection(section, seed, reader, from)
      from = beginningOf(pulledSections[index + 1])
      seed.add(section, [], from)
    }
    const counts = seed.finish()
    const resumed = seed.resumedAt !== undefined
    return { counts, leftOut: seed.leftOut.all(), unpulled: unpulledSections, calls: client.sent, resumed }
  } finally {
    seed.close()
  }
}

async function pullSection(section: PulledSection, seed: SeedInProgress, reader: ListReader, from: Cursor) {
  const { pull } = section
  if (pull.membership === undefined) {
    for await (const page of sectionPages(section, reader, seed.names, from)) {
      seed.add(section, entitiesOf(page, section, seed), page.next)
    }
  } else {
    // At once, since only the whole list is compared with what its entities are applied to.
    const all: PulledEntity[] = []
    for await (const page of sectionPages(section, reader, seed.names, beginningOf(section))) {
      all.push(...entitiesOf(page, section, seed))
    }
    const ids = seed.names.idsOf(pull.membership.within.section)
    seed.add(section, await withMemberships(all, pull.membership, ids, reader), endOf(section))
  }
  await pullSingles(section, seed, reader)
}

/** Reads the entities that others refer to and no list had; what cannot be read is made up, and noted. */
async function pullSingles(section: PulledSection, seed: SeedInProgress, reader: ListReader): Promise<void> {
  const { name, pull } = section
  if (pull.single === undefined) return
  const { operation, parameter, substitute } = pull.single
  for (const id of seed.names.unreadOf(name)) {
    const outcome = await orRefusal(reader.page({ operation, within: { section: name, parameter } }, [id]))
    if (isRefusal(outcome)) seed.leftOut.add(name, `replaced: ${outcome.message}`)
    const entity = isRefusal(outcome) ? substitute : outcome.entities[0]
    seed.add(section, [{ ...entity, id }], endOf(section))
  }
}

function entitiesOf({ outcome, within }: SectionPage, { name }: PulledSection, seed: SeedInProgress) {
  if (!isRefusal(outcome)) return outcome.entities.map((entity) => ({ ...within, ...entity }))
  if (name === 'ad_accounts') throw outcome
  seed.leftOut.add(name, outcome.message)
  return []
}

const beginningOf = (section: PulledSection | undefined): Cursor => ({
  section: section?.name ?? '',
  list: 0,
  within: 0,
  bookmark: null,
})

const endOf = (section: PulledSection): Cursor => ({ ...beginningOf(section), list: section.pull.lists.length })

const operationsOf = (sections: readonly PulledSection[]): readonly string[] =>
  sections.flatMap(({ pull: { lists, membership, single } }) => [
    ...lists.map(({ operation }) => operation),
    ...(membership ? [membership.operation] : []),
    ...(single ? [single.operation] : []),
  ])
