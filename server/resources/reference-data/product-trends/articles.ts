import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { hash } from '#server/domain/ids.ts'
import type { StoredBoard } from '#server/resources/content/boards/schema.ts'
import type { World } from '#server/worlds/world.ts'
import { monthlyGrowth } from './figures.ts'
import type { Market } from './query-schema.ts'
import type { EditorialArticles } from './schema.ts'
import { inWords, topicInterests, topicsOf } from './words.ts'

interface ArticleRow {
  readonly json: string
  /** JSON of the ids of up to six of its Pins. */
  readonly pins: string
}

const mostArticles = 10

// Boards with Pins, the newest first.
const boards = perDb((db) =>
  db.prepare<[number], ArticleRow>(`SELECT json, (SELECT json_group_array(id) FROM (
      SELECT id FROM pins WHERE pins.board_id = boards.id ORDER BY seq DESC LIMIT 6)) AS pins
    FROM boards WHERE +privacy = 'PUBLIC' AND EXISTS (SELECT 1 FROM pins WHERE pins.board_id = boards.id)
    ORDER BY seq DESC LIMIT ?`),
)

/** Returns an article about each of the newest public boards that have Pins. */
export const editorialArticles = ({ db, clock }: World, market: Market): EditorialArticles =>
  rowsOf(db).map(({ json, pins }) => {
    const { id, name, description, owner }: StoredBoard = JSON.parse(json)
    const interest = topicInterests[1 + (hash(id) % (topicInterests.length - 1))] ?? 'ALL'
    const slug = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    return {
      title: name,
      description,
      board_url: `https://www.pinterest.com/${owner.username}/${slug}/`,
      pins_url: (JSON.parse(pins) as readonly string[]).map((pin) => `https://www.pinterest.com/pin/${pin}/`),
      interests: [inWords(interest)],
      related_keywords: topicsOf(interest).map((word) => ({
        name: word,
        pct_growth_mom: Math.round(monthlyGrowth({ word, audience: market, now: clock.seconds() })),
      })),
    }
  })

const rowsOf = (db: Database): readonly ArticleRow[] => boards(db).all(mostArticles)
