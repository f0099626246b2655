package org.roamledger.ui.views;

import javafx.collections.ObservableList;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;
import org.roamledger.views.SavedView;

/// The saved views as items of a menu, the open one marked.
public final class ViewItems {

    private final SavedViewsModel model;
    private final Words words;
    private final ObservableList<MenuItem> items;
    private final boolean withStandard;
    private final int from;

    /// Adds an item for each view behind those that are there, now and whenever the views change.
    ///
    /// @param withStandard whether the standard view is one of them
    public ViewItems(
            SavedViewsModel model,
            ObservableList<MenuItem> items,
            boolean withStandard,
            Words words,
            Wiring wiring) {
        this.model = model;
        this.words = words;
        this.items = items;
        this.withStandard = withStandard;
        this.from = items.size();
        wiring.follow(model.content(), _ -> tell());
        wiring.onChange(model.open(), this::tell);
    }

    private void tell() {
        items.remove(from, items.size());
        if (withStandard) {
            items.add(item(null));
        }
        model.content().get().views().forEach(view -> items.add(item(view)));
    }

    /// @param view `null` for the standard view
    private MenuItem item(@Nullable SavedView view) {
        var item = new RadioMenuItem(view == null ? words.text("views.standard") : view.name());
        // An underscore in the name of a view is an underscore.
        item.setMnemonicParsing(false);
        var open = model.open().get();
        var isOpen = view == null ? open == null : open != null && open.file().equals(view.file());
        item.setSelected(isOpen);
        item.setOnAction(
                _ -> {
                    // Chosen once more, it is shown as it was saved.
                    item.setSelected(isOpen);
                    if (view == null) {
                        model.openStandard();
                    } else {
                        model.open(view);
                    }
                });
        return item;
    }
}
