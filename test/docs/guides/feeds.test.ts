import { testPage } from '../snippets.ts'

testPage('docs/guides/feeds.md')
