// What wink-nlp and compromise find in the treebanks' development texts, counted as eval counts it: F1 over spans of characters, from raw text.
// Usage: npm install && node peers.mjs ../../data/corpora
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import winkNLP from "wink-nlp";
import model from "wink-eng-lite-web-model";
import compromise from "compromise";

const corpora = process.argv[2] ?? "../../data/corpora";

// Documents of a CoNLL-U file: the raw text with one line a paragraph, and the words and sentences with their places in it.
function readTreebank(file) {
  const documents = [];
  let doc = null, unit = null, space = false, first = 0;
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.startsWith("# newdoc")) {
      documents.push(doc = { text: "", words: [], sentences: [] });
      space = false;
      unit = null;
    } else if (line.startsWith("# newpar") && !line.startsWith("# newpar_block")) {
      if (doc.text.length > 0) doc.text += "\n";
      space = false;
    } else if (line === "") {
      if (doc && doc.words.length > first) doc.sentences.push([doc.words[first].start, doc.words.at(-1).end]);
      unit = null;
      first = doc ? doc.words.length : 0;
    } else if (line[0] !== "#") {
      const cells = line.split("\t");
      if (cells[0].includes(".")) continue;
      const range = cells[0].split("-");
      const starts = range.length > 1 || !unit || Number(cells[0]) > unit.last;
      if (starts) {
        if (space) doc.text += " ";
        unit = { start: doc.text.length, last: Number(range.at(-1)) };
        doc.text += cells[1].replaceAll(" ", "\u00a0");
        unit.end = doc.text.length;
        space = !cells[9].includes("SpaceAfter=No");
      }
      if (range.length > 1) continue;
      const end = Number(cells[0]) === unit.last ? unit.end : Math.min(unit.start + cells[1].length, unit.end);
      doc.words.push({ start: unit.start, end, form: cells[1], upos: cells[3] });
      unit.start = end;
    }
    if (line.startsWith("# newdoc")) first = 0;
  }
  return documents;
}

// The names of UNER, by the words of the sentence: its edition of the treebank differs in a word here and there.
function addNames(documents, file) {
  const bySentence = new Map();
  for (const block of readFileSync(file, "utf8").split(/\n\n/)) {
    const cells = block.split("\n").filter(l => l && l[0] !== "#").map(l => l.split("\t")).filter(c => !c[0].includes("-") && !c[0].includes("."));
    bySentence.set(cells.map(c => c[1]).join(" "), cells.map(c => c[2]));
  }
  for (const doc of documents) {
    doc.names = [];
    for (const [start, end] of doc.sentences) {
      const words = doc.words.filter(w => w.start >= start && w.end <= end);
      const labels = bySentence.get(words.map(w => w.form).join(" ")) ?? [];
      let before = "O";
      labels.forEach((given, k) => {
        const label = /^[BI]-(PER|ORG|LOC)/.test(given) ? given : "O";
        if (label.startsWith("I-") && before !== "O") doc.names.at(-1).end = words[k].end;
        else if (label !== "O") doc.names.push({ start: words[k].start, end: words[k].end, type: label.slice(2) });
        before = label;
      });
    }
  }
}

const nlp = winkNLP(model);
const its = nlp.its;

// Both keep what stands between words, so that places can be counted up.
function wink(text) {
  const doc = nlp.readDoc(text);
  const words = [], sentences = [];
  let at = 0;
  const values = doc.tokens().out(its.value), before = doc.tokens().out(its.precedingSpaces), tags = doc.tokens().out(its.pos);
  const starts = [], ends = [];
  values.forEach((value, i) => {
    let start = text.indexOf(value, at);
    if (start < 0) start = at + before[i].length;
    at = start + value.length;
    starts.push(start);
    ends.push(at);
    if (tags[i] !== "SPACE") words.push({ start, end: at, upos: tags[i] });
  });
  doc.sentences().each(s => {
    const [a, b] = s.out(its.span);
    sentences.push([starts[a], ends[b]]);
  });
  return { words, sentences, names: null };
}

// compromise has tags of its own; the first of these that a word bears tells its universal part of speech.
const coarse = [["Pronoun", "PRON"], ["Copula", "AUX"], ["Modal", "AUX"], ["Auxiliary", "AUX"], ["ProperNoun", "PROPN"], ["Preposition", "ADP"], ["Conjunction", "CCONJ"], ["Determiner", "DET"],
  ["Value", "NUM"], ["Adjective", "ADJ"], ["Adverb", "ADV"], ["Verb", "VERB"], ["Noun", "NOUN"], ["Expression", "INTJ"]];

function read(text) {
  const doc = compromise(text), words = [], sentences = [], names = [];
  let at = 0;
  const place = term => {
    if (term.text === "") return null;
    const start = text.indexOf(term.text, at);
    if (start < 0) return null;
    at = start + term.text.length;
    return { start, end: at };
  };
  for (const sentence of doc.json({ offset: false, terms: { tags: true } })) {
    const begin = words.length;
    for (const term of sentence.terms) {
      const found = place(term);
      if (!found) continue;
      const tag = coarse.find(([name]) => term.tags.includes(name));
      words.push({ ...found, upos: tag ? tag[1] : "X" });
    }
    if (words.length > begin) sentences.push([words[begin].start, words.at(-1).end]);
  }
  for (const [kind, view] of [["PER", doc.people()], ["LOC", doc.places()], ["ORG", doc.organizations()]]) {
    for (const one of view.json({ offset: true })) names.push({ start: one.offset.start, end: one.offset.start + one.text.trim().replace(/[.,;:!?]+$/, "").replace(/['’]s$/, "").length, type: kind });
  }
  return { words, sentences, names };
}

const f1 = (right, found, gold) => found + gold === 0 ? 0 : (200 * right / (found + gold)).toFixed(1);

function measure(name, annotate, documents) {
  documents.slice(0, 20).forEach(d => annotate(d.text)); // warm
  const count = { goldWords: 0, words: 0, found: 0, upos: 0, goldSentences: 0, sentences: 0, foundSentences: 0, goldNames: 0, names: 0, foundNames: 0 };
  const begin = process.cpuUsage();
  const results = documents.map(d => annotate(d.text));
  const used = process.cpuUsage(begin);
  documents.forEach((gold, i) => {
    const { words, sentences, names } = results[i];
    const byPlace = new Map(gold.words.map(w => [`${w.start}-${w.end}`, w.upos]));
    count.goldWords += gold.words.length;
    count.words += words.length;
    for (const w of words) {
      const right = byPlace.get(`${w.start}-${w.end}`);
      if (right === undefined) continue;
      count.found++;
      if (right === w.upos) count.upos++;
    }
    // compromise has no words of punctuation: a sentence ends at its last letter or digit for everybody.
    const whole = ([start, end]) => `${start}-${start + gold.text.slice(start, end).replace(/[^\p{L}\p{N}]+$/u, "").length}`;
    const ends = new Set(gold.sentences.map(whole));
    count.goldSentences += gold.sentences.length;
    count.sentences += sentences.length;
    count.foundSentences += sentences.filter(s => ends.has(whole(s))).length;
    if (!names || !gold.names) return;
    const places = new Set(gold.names.map(n => `${n.start}-${n.end}-${n.type}`));
    count.goldNames += gold.names.length;
    count.names += names.length;
    count.foundNames += names.filter(n => places.has(`${n.start}-${n.end}-${n.type}`)).length;
  });
  const seconds = (used.user + used.system) / 1e6;
  console.log(`${name}: words ${f1(count.found, count.words, count.goldWords)}, sentences ${f1(count.foundSentences, count.sentences, count.goldSentences)}, UPOS ${f1(count.upos, count.words, count.goldWords)}, `
    + `names ${count.names ? f1(count.foundNames, count.names, count.goldNames) : "none"}, ${Math.round(count.goldWords / seconds)} words a CPU second`);
}

const ewt = readTreebank(join(corpora, "ud-english-ewt", "en_ewt-ud-dev.conllu"));
addNames(ewt, join(corpora, "uner-ewt", "en_ewt-ud-dev.iob2"));
const splits = readFileSync(join(corpora, "gum", "splits.md"), "utf8").split(/^## /m).find(p => p.startsWith("dev"));
const gum = readdirSync(join(corpora, "gum", "dep")).filter(f => splits.includes(f.replace(".conllu", "") + "\n")).sort().flatMap(f => readTreebank(join(corpora, "gum", "dep", f)));
for (const [part, documents] of [["EWT dev", ewt], ["GUM dev", gum]]) {
  measure(`wink-nlp, ${part}`, wink, documents);
  measure(`compromise, ${part}`, read, documents);
}
