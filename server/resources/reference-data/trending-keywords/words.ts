/** The interests that group trends, each with example searches. */
export const wordsOf = {
  animals: ['cute dog outfits', 'cat tattoo ideas', 'aquarium setup'],
  architecture: ['modern house facade', 'tiny house plans', 'barn conversion'],
  art: ['watercolor ideas', 'line art', 'clay sculpture'],
  beauty: ['fall nails', 'soft makeup look', 'curly hair routine'],
  childrens_fashion: ['toddler outfits', 'kids rain boots', 'baby knitwear'],
  design: ['logo inspiration', 'color palette', 'poster layout'],
  diy_and_crafts: ['crochet patterns', 'paper flowers', 'candle making'],
  education: ['study notes', 'classroom decor', 'reading corner'],
  electronics: ['desk setup', 'phone wallpaper', 'film camera'],
  entertainment: ['movie night ideas', 'book covers', 'board games'],
  event_planning: ['couples halloween costumes', 'birthday table decor', 'picnic ideas'],
  finance: ['savings challenge', 'budget planner', 'side business ideas'],
  food_and_drinks: ['dinner recipes', 'pumpkin dessert', 'iced coffee recipes'],
  gardening: ['balcony garden', 'raised beds', 'indoor plants'],
  health: ['morning routine', 'healthy recipes', 'home workout'],
  home_decor: ['cozy living room', 'small kitchen ideas', 'bathroom shelves'],
  mens_fashion: ['linen shirt outfit', 'winter coat men', 'street style men'],
  parenting: ['nursery ideas', 'toddler activities', 'lunch box ideas'],
  quotes: ['short quotes', 'motivation monday', 'love quotes'],
  sport: ['hiking boots', 'trail running', 'yoga poses'],
  travel: ['weekend getaway', 'packing list', 'camping ideas'],
  vehicles: ['camper van interior', 'classic cars', 'bicycle basket'],
  wedding: ['wedding dress', 'bridal hair', 'rustic wedding'],
  womens_fashion: ['fall outfits', 'linen dress', 'capsule wardrobe'],
} as const satisfies Record<string, readonly string[]>

/** An interest. */
export type Interest = keyof typeof wordsOf

/** All interests. */
export const interests = Object.keys(wordsOf) as [Interest, ...Interest[]]
