import { type Fact, factTopics } from '#openapi/facts.ts'
import { sourceOf, sources } from '#openapi/sources.ts'
import { evidenceTable, generated, table } from './report-text.ts'

/** Renders the facts page, with the public source of each fact. */
export function factsPage(): string {
  return `${[
    '# Facts',
    `What is known of how the real service behaves, and from where. ${generated}`,
    'Rules, problems, limits and meant differences name their facts by these numbers. F numbers are facts; C and D are those where a later source outdoes an earlier one.',
    evidenceTable(),
    '## Sources',
    'A fact names a source by its key, and then the place within it.',
    table(
      ['Key', 'What it is', 'Where to see it', 'When'],
      sources.map(({ key, what, where, when }) => [key, what, where, when]),
    ),
    ...factTopics.flatMap(({ topic, facts }) => [
      `## ${topic}`,
      table(['Fact', 'What is known', 'Evidence', 'Source', 'When'], facts.map(rowOf)),
    ]),
  ].join('\n\n')}\n`
}

function rowOf({ id, fact, evidence, sources: cited, when }: Fact): readonly string[] {
  const dates = cited.flatMap((citation) => sourceOf(citation)?.when ?? [])
  return [id, fact, evidence.join(', '), cited.join('; '), when ?? [...new Set(dates)].join('; ')]
}
