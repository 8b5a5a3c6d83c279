import { z } from 'zod'
import { boundedJson, LongText } from '#server/http/schema/fields.ts'

const QuizResult = z.looseObject({
  result_id: z.number().nullish(),
  organic_pin_id: LongText.nullish().meta({ description: 'Id of a Pin for this result.' }),
  destination_url: LongText.nullish(),
  android_deep_link: LongText.nullish(),
  ios_deep_link: LongText.nullish(),
})

const QuizOption = z.looseObject({ id: z.number().nullish(), text: LongText.nullish() })

const QuizQuestion = z.looseObject({
  question_id: z.number().nullish(),
  question_text: LongText.nullish(),
  options: z.array(QuizOption.nullable()).nullish(),
})

/** The questions of a quiz, and the results that its answers lead to. */
export const QuizPinData = boundedJson(
  z.looseObject({
    questions: z.array(QuizQuestion.nullable()).nullish(),
    results: z.array(QuizResult.nullable()).nullish(),
    tie_breaker_type: z.enum(['RANDOM', 'CUSTOM']).nullish(),
    tie_breaker_custom_result: QuizResult.nullish(),
  }),
).meta({ id: 'QuizPinData', description: 'Questions and results of a QUIZ.' })
