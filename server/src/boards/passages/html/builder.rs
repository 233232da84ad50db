//! Puts passages together from what begins and ends.

use super::super::{List, Marks, Passage, Run};

/// Lists nest no deeper: what is in a deeper one stands in this one. Every list costs a document two levels, and readers
/// of documents give up on what nests too deep.
const DEEPEST: usize = 12;

/// Passages in the making.
#[derive(Default)]
pub(super) struct Builder {
    done: Vec<Passage>,
    /// The lists and items around what comes now, from the outside in.
    around: Vec<Frame>,
    /// How many lists began that were too deep.
    ignored: usize,
    /// The paragraph or heading in the making.
    runs: Vec<Run>,
    heading: Option<u8>,
    marks: Marks,
    bold: usize,
    italic: usize,
    preformatted: usize,
}

enum Frame {
    List(List),
    Item(Vec<Passage>),
}

impl Builder {
    /// Everything; what was not ended ends here.
    pub(super) fn finish(mut self) -> Vec<Passage> {
        self.separate();
        while !self.around.is_empty() {
            self.close_innermost();
        }
        self.done
    }

    /// Words. Outside preformatted text white space of any length is one space, and at the start of a line none.
    pub(super) fn text(&mut self, text: &str) {
        if self.preformatted > 0 {
            for (index, line) in text.split('\n').enumerate() {
                if index > 0 {
                    self.runs.push(Run::Break);
                }
                self.push(line.trim_end_matches('\r'));
            }
            return;
        }
        let mut words = String::with_capacity(text.len());
        let mut is_blank_before = self.ends_blank();
        for sign in text.chars() {
            let is_blank = matches!(sign, ' ' | '\t' | '\n' | '\r' | '\x0c');
            match (is_blank, is_blank_before) {
                (true, true) => {}
                (true, false) => words.push(' '),
                (false, _) => words.push(sign),
            }
            is_blank_before = is_blank;
        }
        self.push(&words);
    }

    pub(super) fn line_break(&mut self) {
        self.trim_end();
        self.runs.push(Run::Break);
    }

    pub(super) fn bold(&mut self, begins: bool) {
        self.bold = count(self.bold, begins);
        self.marks.bold = self.bold > 0;
    }

    pub(super) fn italic(&mut self, begins: bool) {
        self.italic = count(self.italic, begins);
        self.marks.italic = self.italic > 0;
    }

    pub(super) fn link(&mut self, address: Option<String>) {
        self.marks.link = address;
    }

    pub(super) fn preformatted(&mut self, begins: bool) {
        self.separate();
        self.preformatted = count(self.preformatted, begins);
    }

    /// What comes now is a heading of this level, or no heading any more.
    pub(super) fn heading(&mut self, level: Option<u8>) {
        self.separate();
        self.heading = level;
    }

    /// What comes now does not belong to what came before.
    pub(super) fn separate(&mut self) {
        self.trim_end();
        while matches!(self.runs.last(), Some(Run::Break)) {
            self.runs.pop();
            self.trim_end();
        }
        let leading = self.runs.iter().take_while(|run| matches!(run, Run::Break)).count();
        let runs = std::mem::take(&mut self.runs).split_off(leading);
        let level = self.heading.take();
        let says_something = |run: &Run| matches!(run, Run::Text(text, _) if !text.trim().is_empty());
        if !runs.iter().any(says_something) {
            return;
        }
        if matches!(self.around.last(), Some(Frame::List(_))) {
            // Words in a list that are in no item of it.
            self.around.push(Frame::Item(Vec::new()));
        }
        match (self.around.last_mut(), level) {
            // A list's item has no headings.
            (Some(Frame::Item(passages)), _) => passages.push(Passage::Paragraph(runs)),
            (_, Some(level)) => self.done.push(Passage::Heading { level, runs }),
            (_, None) => self.done.push(Passage::Paragraph(runs)),
        }
    }

    pub(super) fn begin_list(&mut self, start: Option<u32>) {
        self.separate();
        let depth = self.around.iter().filter(|frame| matches!(frame, Frame::List(_))).count();
        if depth >= DEEPEST {
            self.ignored += 1;
            return;
        }
        if let Some(Frame::List(list)) = self.around.last_mut() {
            // A list directly in a list belongs to the item before it.
            let item = list.items.pop().unwrap_or_default();
            self.around.push(Frame::Item(item));
        }
        self.around.push(Frame::List(List { start, items: Vec::new() }));
    }

    pub(super) fn end_list(&mut self) {
        self.separate();
        if self.ignored > 0 {
            self.ignored -= 1;
            return;
        }
        if self.around.iter().any(|frame| matches!(frame, Frame::List(_))) {
            while matches!(self.around.last(), Some(Frame::Item(_))) {
                self.close_innermost();
            }
            self.close_innermost();
        }
    }

    pub(super) fn begin_item(&mut self) {
        self.separate();
        match self.around.last() {
            Some(Frame::Item(_)) => self.close_innermost(),
            Some(Frame::List(_)) => {}
            None => self.begin_list(None),
        }
        self.around.push(Frame::Item(Vec::new()));
    }

    pub(super) fn end_item(&mut self) {
        self.separate();
        if matches!(self.around.last(), Some(Frame::Item(_))) {
            self.close_innermost();
        }
    }

    fn close_innermost(&mut self) {
        match self.around.pop() {
            Some(Frame::Item(mut passages)) if !passages.is_empty() => {
                if !matches!(passages.first(), Some(Passage::Paragraph(_))) {
                    passages.insert(0, Passage::Paragraph(Vec::new()));
                }
                if let Some(Frame::List(list)) = self.around.last_mut() {
                    list.items.push(passages);
                }
            }
            Some(Frame::List(list)) if !list.items.is_empty() => match self.around.last_mut() {
                Some(Frame::Item(passages)) => passages.push(Passage::List(list)),
                _ => self.done.push(Passage::List(list)),
            },
            _ => {}
        }
    }

    fn push(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        match self.runs.last_mut() {
            Some(Run::Text(text, marks)) if *marks == self.marks => text.push_str(words),
            _ => self.runs.push(Run::Text(words.to_owned(), self.marks.clone())),
        }
    }

    fn ends_blank(&self) -> bool {
        match self.runs.last() {
            Some(Run::Text(text, _)) => text.ends_with(' '),
            Some(Run::Break) | None => true,
        }
    }

    /// Takes away the space at the end of a line.
    fn trim_end(&mut self) {
        while let Some(Run::Text(text, _)) = self.runs.last_mut() {
            text.truncate(text.trim_end_matches(' ').len());
            if !text.is_empty() {
                return;
            }
            self.runs.pop();
        }
    }
}

fn count(open: usize, begins: bool) -> usize {
    if begins { open + 1 } else { open.saturating_sub(1) }
}
