/** The smallest audience that can be used. Documented. */
const fewest = 100

/** Tells whether an audience of that many people can be used. */
export const isEnough = (people: number): boolean => people >= fewest

/** Seconds until an audience is matched. Assumed: the real service takes hours. */
export const matchingTakes = 60
