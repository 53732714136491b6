//! The order of one list of both.

use std::collections::{HashMap, HashSet};

use super::super::compare::{id_of, listed};
use super::super::edit::Slot;
use super::super::record::Id;
use super::super::session::Session;

/// The ids of every list, in order.
pub(super) fn lists(session: &Session) -> HashMap<Slot, Vec<Id>> {
    let mut lists: HashMap<Slot, Vec<Id>> = HashMap::new();
    for lying in listed(session) {
        lists.entry(lying.slot).or_default().push(id_of(&lying));
    }
    lists
}

/// The ids that are `chosen` for one list, in the order of the one who changed it, mine before theirs; what only the other
/// has comes after what it follows there.
pub(super) fn merged(base: &[Id], mine: &[Id], theirs: &[Id], chosen: &HashSet<Id>) -> Vec<Id> {
    let rearranged = |list: &[Id]| {
        let common = |of: &[Id], with: &[Id]| of.iter().filter(|id| with.contains(id)).copied().collect::<Vec<_>>();
        common(list, base) != common(base, list)
    };
    let [first, second] = if rearranged(mine) { [mine, theirs] } else { [theirs, mine] };
    let mut order: Vec<Id> = first.iter().filter(|id| chosen.contains(id)).copied().collect();
    let mut follows = None;
    for id in second.iter().filter(|id| chosen.contains(id)) {
        if !order.contains(id) {
            let at = follows.and_then(|before| order.iter().position(|o| *o == before)).map_or(0, |at| at + 1);
            order.insert(at, *id);
        }
        follows = Some(*id);
    }
    // What was moved here by one and lies in neither list as yet.
    let mut rest: Vec<Id> = chosen.iter().filter(|id| !order.contains(id)).copied().collect();
    rest.sort_unstable();
    order.extend(rest);
    order
}
