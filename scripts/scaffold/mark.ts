/** What stands before all that a person must still decide or write; a test refuses it anywhere in the tree. */
export const mark = 'TODO(decide):'

/** Returns a comment that marks what a person must still decide. */
export const markedComment = (text: string): string => `// ${mark} ${text}`

/** Returns the description of a schema that a person must still write. */
export const markedDescription = (what: string): string => `description: '${mark} describe ${what}.'`

/** Returns how often the mark stands in a text. */
export const marksIn = (text: string): number => text.split(mark).length - 1
