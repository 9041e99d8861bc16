namespace BacklogHealth.Connectors.Http;

/// <summary>One pace for each host, shared by all connections to it, so that several teams ask no faster together than one.</summary>
public sealed class HostPaces
{
}
