import type { FigureColumn } from './figure-column.ts'
import type { Quantity } from './quantities.ts'

const sum = (...quantities: Quantity[]): FigureColumn => ({ sum: quantities })

/** The columns of ads of particular formats, by name: Idea ads, quizzes and showcases. */
export const formatColumns: Readonly<Record<string, FigureColumn>> = {
  IDEA_PIN_PAGE_FORWARD_1: sum('ideaPagesForward'),
  IDEA_PIN_PAGE_FORWARD_2: sum('earnedIdeaPagesForward'),
  TOTAL_IDEA_PIN_PAGE_FORWARD: sum('ideaPagesForward', 'earnedIdeaPagesForward'),
  IDEA_PIN_PAGE_BACKWARD_1: sum('ideaPagesBackward'),
  IDEA_PIN_PAGE_BACKWARD_2: sum('earnedIdeaPagesBackward'),
  TOTAL_IDEA_PIN_PAGE_BACKWARD: sum('ideaPagesBackward', 'earnedIdeaPagesBackward'),
  IDEA_PIN_PRODUCT_TAG_VISIT_1: sum('ideaProductTagVisits'),
  IDEA_PIN_PRODUCT_TAG_VISIT_2: sum('earnedIdeaProductTagVisits'),
  TOTAL_IDEA_PIN_PRODUCT_TAG_VISIT: sum('ideaProductTagVisits', 'earnedIdeaProductTagVisits'),
  QUIZ_COMPLETED: sum('quizzesCompleted'),
  QUIZ_COMPLETION_RATE: { sum: ['quizzesCompleted'], by: ['quizzesBegun'] },
  QUIZ_PIN_RESULT_OPEN: sum('quizResultsOpened'),
  SHOWCASE_PIN_CLICKTHROUGH: sum('showcaseClicks'),
  SHOWCASE_CARD_THUMBNAIL_SWIPE_FORWARD: sum('showcaseCardsForward'),
  SHOWCASE_CARD_THUMBNAIL_SWIPE_BACKWARD: sum('showcaseCardsBackward'),
  SHOWCASE_SUBPAGE_IMPRESSION: sum('subpageImpressions'),
  SHOWCASE_SUBPAGE_CLICKTHROUGH: sum('subpageClicks'),
  SHOWCASE_SUBPAGE_CLOSEUP: sum('subpageCloseups'),
  SHOWCASE_SUBPAGE_REPIN: sum('subpageSaves'),
  SHOWCASE_SUBPAGE_SWIPE_LEFT: sum('subpageSwipesLeft'),
  SHOWCASE_SUBPAGE_SWIPE_RIGHT: sum('subpageSwipesRight'),
  SHOWCASE_SUBPIN_IMPRESSION: sum('subpinImpressions'),
  SHOWCASE_SUBPIN_CLICKTHROUGH: sum('subpinClicks'),
  SHOWCASE_SUBPIN_REPIN: sum('subpinSaves'),
  SHOWCASE_SUBPIN_SWIPE_LEFT: sum('subpinSwipesLeft'),
  SHOWCASE_SUBPIN_SWIPE_RIGHT: sum('subpinSwipesRight'),
  SHOWCASE_AVERAGE_SUBPAGE_CLOSEUP_PER_SESSION: { sum: ['subpageCloseups'], by: ['showcaseClicks'] },
}
