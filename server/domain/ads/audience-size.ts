/** The fewest people that make an audience. Documented. */
const fewest = 100

/** Whether so many people make an audience that can be used. */
export const isEnough = (people: number): boolean => people >= fewest

/** The seconds that finding the people takes. Assumed: the real service takes hours. */
export const matchingTakes = 60
