"""Where reminders touch the desktop: notifications, the tray, waking from sleep, starting at login."""
