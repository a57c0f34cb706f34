// The script of every page: search, and on a region's page the group switch.
// Pages work without it.
import { inTurn } from "./beurt";
import { startLoading } from "./laad";
import { startLater } from "./later";
import { startDisk } from "./schijf";
import { startSearch } from "./zoek";
import { startAddress } from "../embed/adres";
import { startChoice } from "../embed/kies";
import { startProofs } from "../region/bewijs";
import { startGroups } from "../region/groep";
import { startMaps } from "../map/kaart";
import { startSorting } from "../parts/sorteer";
import { startFolds } from "../region/tabellen";
import { startReport } from "../report/rapport";
import { startHighlight } from "../region/oplichten";
import { startTaking } from "../take/open";

startLoading();
startDisk();
void inTurn([
  ...[...document.querySelectorAll<HTMLFormElement>("form.zoek")].map((form) => () => { startSearch(form); }),
  startGroups,
  startFolds,
  startProofs,
  startHighlight,
  startMaps,
  startSorting,
  startReport,
  startAddress,
  startChoice, // after the address of the site stands in the code
  startTaking,
  startLater,
], (start) => { start(); });
