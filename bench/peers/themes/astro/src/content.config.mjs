import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
export const collections = {
  projects: defineCollection({ loader: glob({ base: "./content", pattern: "*/projects/[!_]*.md", generateId: ({ entry }) => entry.replace(/\.md$/, "") }) }),
  pages: defineCollection({ loader: glob({ base: "./content", pattern: "*/[!_]*.md", generateId: ({ entry }) => entry.replace(/\.md$/, "") }) }),
};
