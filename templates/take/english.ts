// What what takes a chart away says in English; see layout/english.ts.
import { english } from "../layout/english";

declare const TAAL: string;

if (TAAL !== "nl") Object.assign(english, {
  "Plaatje (SVG)": "Picture (SVG)",
  "Cijfers van deze grafiek (CSV)": "Figures of this chart (CSV)",
  "Kopieer de bron": "Copy the source",
  "Kopieer de tekst: hij is al geselecteerd.": "Copy the text: it is selected already.",
  "De tekst is gekopieerd.": "The text has been copied.",
  "deel van de tabel": "part of the table",
  "{0}: jaar": "{0}: year",
  "{0}: marge van": "{0}: margin from",
  "{0}: marge tot": "{0}: margin to",
  "voorlopig": "provisional",
  "bron": "source",
});
