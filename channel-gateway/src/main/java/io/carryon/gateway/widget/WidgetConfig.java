package io.carryon.gateway.widget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the widget is served. */
@ConfigMapping(prefix = "carryon.widget")
public interface WidgetConfig {

    /** Whether {@code /widget/demo} shows a page with the first site's widget, for trying it out. */
    @WithDefault("false")
    boolean demoPage();
}
