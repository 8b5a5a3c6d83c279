import { testPage } from '../snippets.ts'

testPage('docs/testing/java.md')
