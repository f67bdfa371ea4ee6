// What scripts of pages may use: the oldest browsers that the manual names (manual/en/browsers.md).
import compat from "eslint-plugin-compat";
import esx from "eslint-plugin-es-x";

const LATER = {
  replaceChildren: "Chrome 86, Safari 14: setChildren of lib/dom.js.",
  checkVisibility: "Chrome 105, Safari 17.4: getClientRects().length > 0.",
  inert: "Chrome 102, Safari 15.5: hidden.",
  requestSubmit: "Safari 16: a button's click.",
  showPopover: "Chrome 114, Safari 17.",
  randomUUID: "Chrome 92, Safari 15.4.",
  toWellFormed: "Chrome 111, Safari 16.4.",
};

export default [
  // TypeScript, told of ES2020 alone, refuses later methods of lists and texts; these refuse later syntax and functions.
  esx.configs["flat/restrict-to-es2020"],
  compat.configs["flat/recommended"],
  {
    languageOptions: { ecmaVersion: "latest", sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "es-x/no-numeric-separators": "off", // Chrome 75, Safari 13
      "no-restricted-properties": [
        "error",
        ...Object.entries(LATER).map(([property, message]) => ({ property, message })),
      ],
    },
    settings: {
      browsers: ["chrome 80", "safari 13.1", "ios_saf 13.4"],
      // Asked for before they are used; without them the page does with less.
      polyfills: ["navigator.share", "navigator.clipboard", "HTMLDialogElement", "BigInt"],
    },
  },
];
