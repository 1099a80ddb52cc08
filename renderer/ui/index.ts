export { BrandMark } from './brand-mark.tsx';
export {
  Button,
  type ButtonProps,
  type ButtonSize,
  type ButtonTone,
  buttonLook,
  LinkButton,
} from './button.tsx';
export { Checkbox, type Choice, RadioGroup, Segmented, Switch } from './choices.tsx';
export { ComboBox, type ComboBoxProps } from './combo-box.tsx';
export { cx } from './cx.ts';
export { DateField, DatePicker } from './date-field.tsx';
export { AlertDialog, Dialog, type DialogProps } from './dialog.tsx';
export { Banner, type BannerProps, ProgressBar, Skeleton } from './feedback.tsx';
export { FieldShell, fieldColumn, inputLook } from './field.tsx';
export { IconButton, IconToggle } from './icon-button.tsx';
export { Kbd, keyNames } from './kbd.tsx';
export { ListHeader, Page, PageHeader, SidePanel, SidePanelIcon, SplitLayout } from './layout.tsx';
export { type Option, popoverLook } from './list-box.tsx';
export { Avatar, Badge, initialsOf, Tag, type Tone } from './marks.tsx';
export { Menu, type MenuEntry, type MenuGroup, MenuPopover } from './menu.tsx';
export { FactsLine, OneLine } from './one-line.tsx';
export { Popover } from './popover.tsx';
export { Select, type SelectProps } from './select.tsx';
export { Spinner } from './spinner.tsx';
export { Card, Disclosure, EmptyState } from './surfaces.tsx';
export { Table, type TableColumn } from './table.tsx';
export { type TabEntry, Tabs } from './tabs.tsx';
export { SearchField, TextArea, TextField } from './text-field.tsx';
export { TextLink } from './text-link.tsx';
export { createToastQueue, type NewToast, type Toast, type ToastQueue, toasts } from './toast-queue.ts';
export { ToastRegion } from './toast-region.tsx';
export { Tooltip } from './tooltip.tsx';
export { type UiWords, UiWordsProvider, useUiWords } from './ui-words.tsx';
export { VirtualList, type VirtualListItemState } from './virtual-list.tsx';
