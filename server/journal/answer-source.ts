/** Where an answer is from which this server does not make itself: a description of the API, or a recording. */
export const answerSources = ['contract', 'recorded'] as const
/** One of `answerSources`. */
export type AnswerSource = (typeof answerSources)[number]
