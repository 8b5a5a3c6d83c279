import { hash } from '#server/domain/ids.ts'

const weekSeconds = 7 * 86_400
const year = 52

/** The first Sunday of 1970: weeks end on Saturdays, as in recorded responses (REC). */
const firstSunday = 3 * 86_400

/** Returns the number, counted from 1970, of the last week that is over at a time in Unix seconds. */
export const lastWeekAt = (now: number): number => Math.floor((now - firstSunday) / weekSeconds) - 1

/** Returns the start of a week's last day in Unix seconds. */
export const endOfWeek = (week: number): number => firstSunday + (week + 1) * weekSeconds - 86_400

/** Returns how strongly searches for a word follow the seasons: 0 to 0.8. */
export const seasonality = (word: string): number => (hash(`${word} season`) % 81) / 100

/**
 * Returns the search volume of a word in a week by an audience. It depends on these three alone and combines a base, a
 * yearly season, a swing of three years and weekly noise.
 */
export function weeklyVolume(word: string, audience: string, week: number): number {
  const base = 1000 + (hash(`${word} ${audience}`) % 99_000)
  const season = 1 + seasonality(word) * wave(week - (hash(`${word} peak`) % year), year)
  const swing = 1 + 0.4 * wave(week - (hash(`${word} ${audience} swing`) % (3 * year)), 3 * year)
  const noise = 0.9 + (hash(`${word} ${week}`) % 21) / 100
  return base * season * swing * noise
}

/** Returns the volumes of consecutive weeks that end with a week. */
export const volumesUntil = (word: string, audience: string, last: number, weeks: number): readonly number[] =>
  Array.from({ length: weeks }, (_, index) => weeklyVolume(word, audience, last - weeks + 1 + index))

/** Returns the sum of volumes. */
export const total = (volumes: readonly number[]): number => volumes.reduce((sum, volume) => sum + volume, 0)

const wave = (week: number, period: number): number => Math.cos((2 * Math.PI * week) / period)
