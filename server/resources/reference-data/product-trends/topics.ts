import type { Database } from '#db/database.ts'
import { hash } from '#server/domain/ids.ts'
import type { StoredPin } from '#server/resources/content/pins/schema.ts'
import { answeredText } from '#server/resources/content/pins/stored.ts'
import { searchPublicPins } from '#server/resources/content/search/repository.ts'
import type { World } from '#server/worlds/world.ts'
import { type Followed, monthlyGrowth, weeklySeries } from './figures.ts'
import type { FeaturedTopicQuery } from './query-schema.ts'
import type { FeaturedTopics } from './schema.ts'
import { inWords, type TopicInterest, topicInterests, topicsOf } from './words.ts'

type Topic = FeaturedTopics[number]['trends'][number]

const mostTopics = 5
const mostPins = 6
const quarter = 13

/** Returns up to five topics of an interest, or of each, with public Pins of the world that are about them. */
export function featuredTopics({ db, clock }: World, { interest, region }: FeaturedTopicQuery): FeaturedTopics {
  const now = clock.seconds()
  return (interest === undefined ? topicInterests : [interest]).map((one) => ({
    interest: one,
    market: region,
    trends: topicsOf(one)
      .map((word): Followed => ({ word, audience: region, now }))
      .sort((first, second) => monthlyGrowth(second) - monthlyGrowth(first))
      .slice(0, mostTopics)
      .map((followed) => topicOf(db, one, followed)),
  }))
}

function topicOf(db: Database, interest: TopicInterest, followed: Followed): Topic {
  const { word, audience } = followed
  return {
    id: String(hash(`${audience} ${word}`)),
    title: word,
    description: `Searches for ${word} in ${audience}.`,
    percent_growth_mom: Math.round(monthlyGrowth(followed)),
    related_interests: topicInterests.filter((one) => one !== 'ALL' && topicsOf(one).includes(word)).map(inWords),
    related_searches: topicsOf(interest)
      .filter((other) => other !== word)
      .slice(0, 4),
    time_series: weeklySeries(followed, quarter),
    pins: searchPublicPins(db, word, { limit: mostPins }).flatMap(({ json }) => pinOf(JSON.parse(answeredText(json)))),
  }
}

function pinOf({ id, media, dominant_color }: StoredPin): Topic['pins'] {
  const images = media.media_type === 'multiple_images' ? media.items[0]?.images : media.images
  const image = images?.['400x300']
  if (image === undefined || image.url === '') return []
  return [
    { id, src: image.url, width: image.width, height: image.height ?? image.width, color: dominant_color ?? '#ffffff' },
  ]
}
