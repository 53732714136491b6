//! The example catalogue, compiled into the program so that it works with no file beside it.

/// Name inside the catalogue folder, and the text.
pub(super) const FILES: &[(&str, &str)] = &[
    ("municipality.ron", include_str!("../../catalog/municipality.ron")),
    ("offers/beskaeftigelse.ron", include_str!("../../catalog/offers/beskaeftigelse.ron")),
    ("offers/bolig.ron", include_str!("../../catalog/offers/bolig.ron")),
    ("offers/civilsamfund.ron", include_str!("../../catalog/offers/civilsamfund.ron")),
    ("offers/familie.ron", include_str!("../../catalog/offers/familie.ron")),
    ("offers/handicap.ron", include_str!("../../catalog/offers/handicap.ron")),
    ("offers/oekonomi.ron", include_str!("../../catalog/offers/oekonomi.ron")),
    ("offers/rusmidler.ron", include_str!("../../catalog/offers/rusmidler.ron")),
    ("offers/socialpsykiatri.ron", include_str!("../../catalog/offers/socialpsykiatri.ron")),
    ("offers/sundhed.ron", include_str!("../../catalog/offers/sundhed.ron")),
    ("offers/unge-uddannelse.ron", include_str!("../../catalog/offers/unge-uddannelse.ron")),
    ("rules.ron", include_str!("../../catalog/rules.ron")),
    ("synonyms.ron", include_str!("../../catalog/synonyms.ron")),
    ("templates/adult.ron", include_str!("../../catalog/templates/adult.ron")),
    ("templates/common.ron", include_str!("../../catalog/templates/common.ron")),
    ("templates/family.ron", include_str!("../../catalog/templates/family.ron")),
    ("templates/youth.ron", include_str!("../../catalog/templates/youth.ron")),
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use std::path::Path;

    use super::FILES;

    fn collect(root: &Path, folder: &Path, found: &mut Vec<String>) {
        for entry in folder.read_dir().unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(root, &path, found);
            } else if path.extension().is_some_and(|end| end == "ron") {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                found.push(name);
            }
        }
    }

    #[test]
    fn the_program_carries_exactly_the_files_of_the_catalogue_folder() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
        let mut on_disk = Vec::new();
        collect(&root, &root, &mut on_disk);
        on_disk.sort();
        let carried: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
        assert_eq!(carried, on_disk);
    }
}
