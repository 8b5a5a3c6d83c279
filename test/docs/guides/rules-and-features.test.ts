import { testPage } from '../snippets.ts'

testPage('docs/guides/rules-and-features.md')
