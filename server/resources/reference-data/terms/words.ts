import { hash } from '#server/domain/ids.ts'
import { type Interest, wordsOf } from '../trending-keywords/words.ts'

const endings = [
  'ideas',
  'aesthetic',
  'for beginners',
  'at home',
  'inspiration',
  'tips',
  'wallpaper',
  'quotes',
  'for women',
  'for men',
  'checklist',
  'on a budget',
]
const beginnings = ['easy', 'best', 'simple', 'quick', 'beautiful', 'small']
const mostRelated = 10

const searches: readonly string[] = Object.values(wordsOf).flat()

/**
 * Returns searches that begin with the term: real ones, then made-up ones. They are the same for the same term in every
 * run.
 */
export function suggestedTerms(term: string, limit: number): readonly string[] {
  const prefix = normal(term)
  const found = searches.filter((search) => search !== prefix && search.startsWith(prefix))
  const made = shuffled(endings, prefix).map((ending) => `${prefix} ${ending}`)
  return unique([...found, ...made]).slice(0, limit)
}

/** Returns searches that are related to the term: real ones that share a word or the interest, then made-up ones. */
export function relatedTerms(term: string): readonly string[] {
  const search = normal(term)
  const words = search.split(' ')
  const sharing = searches.filter((other) => other.split(' ').some((word) => words.includes(word)))
  const alike = Object.entries(wordsOf)
    .filter(([interest, searches]) => isOf(search, interest as Interest, searches))
    .flatMap(([, searches]) => searches)
  const made = [
    ...shuffled(beginnings, search).map((beginning) => `${beginning} ${search}`),
    ...shuffled(endings, search).map((ending) => `${search} ${ending}`),
  ]
  return unique([...sharing, ...alike, ...made])
    .filter((other) => other !== search)
    .slice(0, mostRelated)
}

const isOf = (search: string, interest: Interest, searches: readonly string[]): boolean =>
  search === interest.replaceAll('_', ' ') || searches.includes(search)

const normal = (term: string): string => term.trim().toLowerCase().split(/\s+/).join(' ')

const unique = (terms: readonly string[]): readonly string[] => [...new Set(terms)]

const shuffled = (parts: readonly string[], seed: string): readonly string[] =>
  [...parts].sort((one, other) => hash(`${seed} ${one}`) - hash(`${seed} ${other}`))
